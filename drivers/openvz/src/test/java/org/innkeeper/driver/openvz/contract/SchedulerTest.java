package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.SchedulerContract;
import org.innkeeper.driver.tck.DriverFixture;

class SchedulerTest extends SchedulerContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
