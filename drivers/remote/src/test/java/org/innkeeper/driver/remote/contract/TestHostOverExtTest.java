package org.innkeeper.driver.remote.contract;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;

class TestHostOverExtTest extends RemoteContracts {
    @Override
    DriverFixture fixture() {
        LibvirtdPeer peer = LibvirtdPeer.shared();
        return new TestHostFixture(peer, peer.ext("test", "/default"));
    }
}
