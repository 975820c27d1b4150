package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.SchedulerContract;

class XlSchedulerTest extends SchedulerContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
