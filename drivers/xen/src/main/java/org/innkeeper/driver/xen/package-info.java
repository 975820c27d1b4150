/** Xen: the provider of the driver. */
package org.innkeeper.driver.xen;
