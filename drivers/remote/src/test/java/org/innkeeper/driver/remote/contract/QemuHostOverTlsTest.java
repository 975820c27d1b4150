package org.innkeeper.driver.remote.contract;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;

class QemuHostOverTlsTest extends TransportContracts {
    @Override
    DriverFixture fixture() {
        QemuHostFixture.need();
        LibvirtdPeer peer = LibvirtdPeer.shared();
        return new QemuHostFixture(peer, peer.tls("qemu", "/system"));
    }
}
