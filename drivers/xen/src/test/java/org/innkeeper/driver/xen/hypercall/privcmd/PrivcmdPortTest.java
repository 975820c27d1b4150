package org.innkeeper.driver.xen.hypercall.privcmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.hypercall.HypercallMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The native half, on a machine without Xen: an ordinary file is in the device's place and refuses the call. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "not Linux: the device is Linux's")
class PrivcmdPortTest {
    private static final int ENOTTY = 25;

    @TempDir
    Path root;

    private Path device;

    @BeforeEach
    void makeDevice() throws IOException {
        Files.createDirectories(root.resolve("dev/xen"));
        device = root.resolve("dev/xen/privcmd");
    }

    @Test
    void withoutADeviceThereIsNoXen() {
        assertThatThrownBy(() -> PrivcmdPort.open(device, device.resolveSibling("hypercall")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_XEN));
    }

    @Test
    void aCallComesBackWithTheKernelsError() throws IOException {
        Files.createFile(device);
        try (PrivcmdPort port = PrivcmdPort.open(device, device.resolveSibling("hypercall"))) {
            assertThat(port.call(17, 0, 0)).isEqualTo(-ENOTTY);
            assertThatThrownBy(() -> port.call(17, 1, 2, 3, 4, 5, 6)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void memoryIsZeroAtAPageAndKeepsWhatIsWritten() throws IOException {
        Files.createFile(device);
        try (PrivcmdPort port = PrivcmdPort.open(device, device.resolveSibling("hypercall"));
                HypercallMemory memory = port.allocate(5000)) {
            assertThat(memory.address() % 4096).isZero();
            assertThat(memory.read(5000)).containsOnly(0);
            memory.write(new byte[] {1, 2, 3});
            assertThat(memory.read(4)).containsExactly(1, 2, 3, 0);
            assertThatThrownBy(() -> memory.read(8193)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> memory.write(new byte[8193])).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void closedItFails() throws IOException {
        Files.createFile(device);
        PrivcmdPort port = PrivcmdPort.open(device, device.resolveSibling("hypercall"));
        port.close();
        port.close();
        assertThatThrownBy(() -> port.call(17, 0, 0)).hasMessageContaining("was closed");
        assertThatThrownBy(() -> port.allocate(1)).hasMessageContaining("was closed");
    }
}
