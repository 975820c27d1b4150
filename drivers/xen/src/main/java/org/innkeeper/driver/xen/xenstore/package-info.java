/**
 * The xenstore: a client of its wire protocol over the daemon's sockets and the kernel's device, and the part of the driver
 * that works by it.
 */
package org.innkeeper.driver.xen.xenstore;
