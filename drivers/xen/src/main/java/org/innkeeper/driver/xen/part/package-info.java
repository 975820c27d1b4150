/** The seam between the unified driver and its parts: what each way to a Xen can do, and how it is asked. */
package org.innkeeper.driver.xen.part;
