/**
 * From a complete definition to the argument list of an emulator. One class writes one group of options; nothing here
 * starts anything.
 */
package org.innkeeper.driver.qemu.command;
