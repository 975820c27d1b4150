package org.innkeeper.driver.storage.pool;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.innkeeper.driver.storage.image.ImageTool;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.VolumeStreamContract;

class LocalVolumeStreamTest extends VolumeStreamContract {
    @Override
    protected DriverFixture newFixture() {
        assumeTrue(new ImageTool().isThere(), "qemu-img is not installed");
        return new LocalStorageFixture();
    }
}
