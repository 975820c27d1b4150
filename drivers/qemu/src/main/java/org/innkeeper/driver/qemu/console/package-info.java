/** What a person at the machine would see and touch: text consoles, the screen, the keyboard. */
package org.innkeeper.driver.qemu.console;
