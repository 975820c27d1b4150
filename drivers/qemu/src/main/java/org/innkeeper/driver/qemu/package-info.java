/** The driver's provider. */
package org.innkeeper.driver.qemu;
