/** Statistics of guests, read from their processes, their monitors and the host's interfaces in one pass. */
package org.innkeeper.driver.qemu.stats;
