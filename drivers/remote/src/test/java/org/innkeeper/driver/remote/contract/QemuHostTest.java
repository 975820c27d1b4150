package org.innkeeper.driver.remote.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;
import org.junit.jupiter.api.Assumptions;

class QemuHostTest extends RemoteContracts {
    private static void needQemu() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "no QEMU to run: qemu-system-x86_64 is not installed");
    }

    @Override
    DriverFixture fixture() {
        needQemu();
        return new QemuHostFixture(LibvirtdPeer.shared(), "qcow2", "");
    }

    /** libvirt takes a disk on a local file system for safe to move only when it cannot be written to. */
    @Override
    DriverFixture movableFixture() {
        needQemu();
        return new QemuHostFixture(LibvirtdPeer.shared(), "raw", "<readonly/>");
    }

    /** A device goes when the guest lets go of it. */
    @Override
    DriverFixture answeringFixture() {
        needQemu();
        return new LinuxHostFixture(LibvirtdPeer.shared());
    }

    @Override
    DriverFixture slowlySavingFixture() {
        needQemu();
        return new SlowSaveFixture(LibvirtdPeer.shared());
    }

    /** Shares of the CPU are those of control groups. */
    @Override
    DriverFixture sharingFixture() {
        needQemu();
        Assumptions.assumeTrue(
                LibvirtdPeer.canUseControlGroups(), "no control groups: the controller cpu cannot be used here");
        return new QemuHostFixture(LibvirtdPeer.withControlGroups(), "qcow2", "");
    }
}
