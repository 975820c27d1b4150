/** The facets of a connection to OpenVZ. */
package org.innkeeper.driver.openvz.facet;
