package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.EventContract;
import org.innkeeper.driver.tck.DriverFixture;

class QemuEventContractTest extends EventContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
