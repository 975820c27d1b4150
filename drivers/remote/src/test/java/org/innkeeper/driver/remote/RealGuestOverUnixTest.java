package org.innkeeper.driver.remote;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;

class RealGuestOverUnixTest extends RealGuest {
    @Override
    String uri(LibvirtdPeer peer) {
        return peer.unix("qemu", "/system");
    }
}
