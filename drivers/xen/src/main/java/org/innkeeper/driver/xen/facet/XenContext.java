package org.innkeeper.driver.xen.facet;

import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.driver.xen.companion.Companions;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.save.ManagedSaves;
import org.innkeeper.driver.xen.unified.Inventory;
import org.innkeeper.driver.xen.unified.XenParts;

/**
 * What the facets of a connection share.
 *
 * @param paths where this machine has its files
 * @param local whether the Xen is this machine's own, so that its files are the host's
 * @param services lends networks to look bridges up in
 * @param stateRoot below which what is lent keeps its state
 * @param companions what Xen's tools have no place for
 * @param saves files of saved domains that nobody named
 * @param disks where disks of runs are
 * @param changes is told after each change of domains
 */
record XenContext(
        CallGate gate,
        XenParts parts,
        Inventory inventory,
        HostPaths paths,
        boolean local,
        LocalServices services,
        String stateRoot,
        Companions companions,
        ManagedSaves saves,
        DiskSizes disks,
        Runnable changes) {}
