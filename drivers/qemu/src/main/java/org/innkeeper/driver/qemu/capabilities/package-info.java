/** The documents that tell what this host is and what guests on it can have, in libvirt's form. */
package org.innkeeper.driver.qemu.capabilities;
