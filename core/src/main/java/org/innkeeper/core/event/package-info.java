/** What happens on a host, as values; see {@link org.innkeeper.core.spi.EventFacet} for how they are delivered. */
package org.innkeeper.core.event;
