/**
 * A client of the QEMU Machine Protocol: JSON objects, one a line, over a socket or the standard streams of a process.
 * What the peer sends is not trusted: the length of a line and the depth of a value have limits, and anything that is
 * not QMP ends the connection.
 */
package org.innkeeper.driver.qemu.qmp;
