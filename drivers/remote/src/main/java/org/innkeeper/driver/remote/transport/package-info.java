/** The ways to a daemon: unix sockets, TCP, TLS, ssh, an external program. */
package org.innkeeper.driver.remote.transport;
