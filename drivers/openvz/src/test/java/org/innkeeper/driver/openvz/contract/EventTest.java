package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.EventContract;

class EventTest extends EventContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
