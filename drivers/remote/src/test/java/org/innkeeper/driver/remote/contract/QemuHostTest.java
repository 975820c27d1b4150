package org.innkeeper.driver.remote.contract;

import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;
import org.junit.jupiter.api.Assumptions;

class QemuHostTest extends RemoteContracts {
    @Override
    DriverFixture fixture() {
        QemuHostFixture.need();
        return new QemuHostFixture(LibvirtdPeer.shared(), "qcow2", "");
    }

    /** libvirt takes a disk on a local file system for safe to move only when it cannot be written to. */
    @Override
    DriverFixture movableFixture() {
        QemuHostFixture.need();
        return new QemuHostFixture(LibvirtdPeer.shared(), "raw", "<readonly/>");
    }

    /** A device goes when the guest lets go of it. */
    @Override
    DriverFixture answeringFixture() {
        QemuHostFixture.need();
        return new LinuxHostFixture(LibvirtdPeer.shared());
    }

    @Override
    DriverFixture slowlySavingFixture() {
        QemuHostFixture.need();
        return new SlowSaveFixture(LibvirtdPeer.shared());
    }

    /** Shares of the CPU are those of control groups. */
    @Override
    DriverFixture sharingFixture() {
        QemuHostFixture.need();
        Assumptions.assumeTrue(
                LibvirtdPeer.canUseControlGroups(), "no control groups: the controller cpu cannot be used here");
        return new QemuHostFixture(LibvirtdPeer.withControlGroups(), "qcow2", "");
    }
}
