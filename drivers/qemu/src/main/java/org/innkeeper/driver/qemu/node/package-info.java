/** The host: its CPUs, its memory, and how busy they are. */
package org.innkeeper.driver.qemu.node;
