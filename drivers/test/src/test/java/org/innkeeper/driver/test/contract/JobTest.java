package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.JobContract;

class JobTest extends JobContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture("&jobs=1500");
    }
}
