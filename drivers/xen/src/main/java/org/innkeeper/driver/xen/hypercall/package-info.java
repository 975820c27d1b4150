/**
 * Hypercalls: what the driver asks of the hypervisor itself, in the layouts of its versions, and the part of the driver that
 * works by them. How a call reaches the hypervisor is {@link org.innkeeper.driver.xen.hypercall.HypercallPort}.
 */
package org.innkeeper.driver.xen.hypercall;
