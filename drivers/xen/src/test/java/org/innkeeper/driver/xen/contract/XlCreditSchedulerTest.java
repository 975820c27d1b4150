package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.SchedulerContract;

class XlCreditSchedulerTest extends SchedulerContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.scheduledBy("credit");
    }
}
