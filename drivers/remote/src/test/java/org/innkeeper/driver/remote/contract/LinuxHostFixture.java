package org.innkeeper.driver.remote.contract;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.GuestConsole;
import org.innkeeper.driver.tck.LinuxGuest;

/** QEMU guests that boot a Linux, for contracts whose calls the guest has to answer. */
class LinuxHostFixture extends QemuHostFixture {
    private static final int MEBIBYTES = 128;
    private static final int FORCE = 1;

    private final LinuxGuest linux = LinuxGuest.make();

    LinuxHostFixture(LibvirtdPeer peer) {
        super(peer, "qcow2", "");
    }

    @Override
    int mebibytes() {
        return MEBIBYTES;
    }

    @Override
    String bootXml() {
        return "<kernel>" + linux.kernel() + "</kernel><initrd>" + linux.initrd()
                + "</initrd><cmdline>console=ttyS0 quiet</cmdline>";
    }

    @Override
    public void awaitReady(DriverConnection connection, DomainRef domain) {
        ConsoleFacet consoles = connection.facet(ConsoleFacet.class).orElseThrow();
        try (GuestConsole console = new GuestConsole(consoles.openConsole(CallContext.create(), domain, null, FORCE))) {
            console.ask("echo ready=$((2*3))", "ready=6");
        }
    }
}
