package org.innkeeper.driver.remote;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;

class RealGuestOverTlsTest extends RealGuest {
    @Override
    String uri(LibvirtdPeer peer) {
        return peer.tls("qemu", "/system");
    }
}
