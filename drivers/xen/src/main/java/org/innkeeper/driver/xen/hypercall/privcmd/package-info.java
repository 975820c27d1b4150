/** The kernel's door to the hypervisor, through functions of the C library. The one user of jnr-ffi. */
package org.innkeeper.driver.xen.hypercall.privcmd;
