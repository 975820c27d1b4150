package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.VolumeStreamContract;

class VolumeStreamTest extends VolumeStreamContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
