package org.innkeeper.driver.remote;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;

class RealGuestOverTcpTest extends RealGuest {
    @Override
    String uri(LibvirtdPeer peer) {
        return peer.tcp("qemu", "/system");
    }
}
