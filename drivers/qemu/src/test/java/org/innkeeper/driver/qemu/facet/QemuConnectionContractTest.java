package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.ConnectionContract;
import org.innkeeper.driver.tck.DriverFixture;

class QemuConnectionContractTest extends ConnectionContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
