package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.SchedulerContract;
import org.innkeeper.driver.tck.DriverFixture;

class SchedulerTest extends SchedulerContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
