package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.EventContract;

class XlEventWithStoreTest extends EventContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.withStore();
    }
}
