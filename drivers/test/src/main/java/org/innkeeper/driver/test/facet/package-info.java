/** A connection to a host in memory, and the facets it has. */
package org.innkeeper.driver.test.facet;
