/**
 * Connection URIs: what is typed, stored and given to drivers; and the general URI behind them. Written out by hand since
 * {@link java.net.URI} refuses host names with an underscore and decodes at other places than hypervisors do.
 */
package org.innkeeper.core.uri;
