package org.innkeeper.driver.qemu.facet;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests with real QEMU processes share: a host in a directory of its own, without guests afterwards. */
abstract class GuestHostTest {
    @TempDir
    Path directory;

    GuestHost host;

    @BeforeEach
    final void openHost() {
        host = GuestHost.open(directory);
    }

    @AfterEach
    final void closeHost() {
        if (host != null) {
            host.close();
        }
    }
}
