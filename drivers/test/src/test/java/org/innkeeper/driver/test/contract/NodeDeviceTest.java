package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.NodeDeviceContract;

class NodeDeviceTest extends NodeDeviceContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
