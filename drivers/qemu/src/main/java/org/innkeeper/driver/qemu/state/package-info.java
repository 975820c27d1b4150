/**
 * What the driver keeps on disk: definitions, autostart markers and the state of running guests, below one directory that
 * one program at a time holds. Every file is replaced as a whole; one that cannot be read is set aside.
 */
package org.innkeeper.driver.qemu.state;
