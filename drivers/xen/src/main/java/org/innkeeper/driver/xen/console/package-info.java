/** Text consoles of guests: pseudo terminals of this machine, opened through functions of the C library. */
package org.innkeeper.driver.xen.console;
