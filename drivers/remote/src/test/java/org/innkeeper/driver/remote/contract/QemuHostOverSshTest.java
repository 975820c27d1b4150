package org.innkeeper.driver.remote.contract;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;

class QemuHostOverSshTest extends TransportContracts {
    @Override
    DriverFixture fixture() {
        QemuHostFixture.need();
        LibvirtdPeer peer = LibvirtdPeer.shared();
        return new QemuHostFixture(peer, peer.ssh("qemu", "/system"));
    }
}
