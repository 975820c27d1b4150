package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.EventContract;

class QemuEventContractTest extends EventContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
