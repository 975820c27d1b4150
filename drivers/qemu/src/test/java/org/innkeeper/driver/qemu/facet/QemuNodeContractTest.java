package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.NodeContract;
import org.innkeeper.driver.tck.DriverFixture;

class QemuNodeContractTest extends NodeContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
