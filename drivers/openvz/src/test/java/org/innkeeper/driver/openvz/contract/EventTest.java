package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.EventContract;
import org.innkeeper.driver.tck.DriverFixture;

class EventTest extends EventContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
