/** The kernel's door to the hypervisor, through functions of the C library. */
package org.innkeeper.driver.xen.hypercall.privcmd;
