package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.LifecycleContract;
import org.innkeeper.driver.tck.DriverFixture;

class QemuLifecycleContractTest extends LifecycleContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
