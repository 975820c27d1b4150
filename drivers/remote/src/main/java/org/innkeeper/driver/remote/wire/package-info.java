/**
 * Frames of libvirt's protocol and what is done with them: calls in flight, streams, events, keepalive. A connection has
 * one thread that reads and one that writes; nobody else touches the transport.
 */
package org.innkeeper.driver.remote.wire;
