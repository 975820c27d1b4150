package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.EventContract;
import org.innkeeper.driver.tck.DriverFixture;

class EventWithStoreTest extends EventContract {
    @Override
    protected DriverFixture newFixture() {
        return XendFixture.withStore();
    }
}
