/** The functions of the connection. */
package org.innkeeper.driver.xen.facet;
