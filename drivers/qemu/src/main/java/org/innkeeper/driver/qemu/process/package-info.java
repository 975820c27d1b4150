/** QEMU's processes: starting one, recognizing it again, ending it. */
package org.innkeeper.driver.qemu.process;
