package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.LifecycleContract;
import org.innkeeper.driver.tck.DriverFixture;

class LifecycleTest extends LifecycleContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
