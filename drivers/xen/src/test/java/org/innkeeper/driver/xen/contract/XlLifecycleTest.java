package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.LifecycleContract;

class XlLifecycleTest extends LifecycleContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
