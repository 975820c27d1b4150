package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.LifecycleContract;

class LifecycleTest extends LifecycleContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
