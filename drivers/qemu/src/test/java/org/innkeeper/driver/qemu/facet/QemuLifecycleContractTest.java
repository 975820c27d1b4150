package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.LifecycleContract;

class QemuLifecycleContractTest extends LifecycleContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
