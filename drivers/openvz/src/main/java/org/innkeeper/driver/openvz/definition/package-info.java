/** Between domain documents and the settings of a container, both ways. */
package org.innkeeper.driver.openvz.definition;
