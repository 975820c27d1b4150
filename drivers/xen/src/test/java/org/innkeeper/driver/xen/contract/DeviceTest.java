package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DeviceContract;
import org.innkeeper.driver.tck.DriverFixture;

class DeviceTest extends DeviceContract {
    @Override
    protected DriverFixture newFixture() {
        return XendFixture.alone();
    }
}
