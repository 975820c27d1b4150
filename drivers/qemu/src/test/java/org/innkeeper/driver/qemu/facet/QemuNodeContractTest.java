package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.NodeContract;

class QemuNodeContractTest extends NodeContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
