/** Which emulators this machine has, what each of them can do, and which accelerators work. */
package org.innkeeper.driver.qemu.probe;
