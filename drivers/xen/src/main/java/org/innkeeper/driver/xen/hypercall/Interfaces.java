package org.innkeeper.driver.xen.hypercall;

import org.innkeeper.driver.xen.hypercall.InterfaceTable.DomctlLayout;
import org.innkeeper.driver.xen.hypercall.InterfaceTable.SysctlLayout;

/**
 * The interfaces of one hypervisor.
 *
 * @param sysctlVersion the version it accepts
 * @param sysctl the layouts of that
 * @param domctlVersion the version it accepts
 * @param domctl the layouts of that
 */
record Interfaces(int sysctlVersion, SysctlLayout sysctl, int domctlVersion, DomctlLayout domctl) {}
