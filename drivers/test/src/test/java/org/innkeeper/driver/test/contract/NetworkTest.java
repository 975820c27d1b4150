package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.NetworkContract;

class NetworkTest extends NetworkContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
