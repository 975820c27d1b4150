package org.innkeeper.driver.remote.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;
import org.junit.jupiter.api.Assumptions;

class QemuHostTest extends RemoteContracts {
    @Override
    DriverFixture fixture() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "no QEMU to run: qemu-system-x86_64 is not installed");
        return new QemuHostFixture(LibvirtdPeer.shared());
    }
}
