package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DeviceContract;
import org.innkeeper.driver.tck.DriverFixture;

class XlDeviceTest extends DeviceContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
