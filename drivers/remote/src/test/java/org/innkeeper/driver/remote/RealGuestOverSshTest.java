package org.innkeeper.driver.remote;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;

class RealGuestOverSshTest extends RealGuest {
    @Override
    String uri(LibvirtdPeer peer) {
        return peer.ssh("qemu", "/system");
    }
}
