/** The connection and its facets: each checks its flags, finds the guest and hands over to what does the work. */
package org.innkeeper.driver.qemu.facet;
