package org.innkeeper.driver.xen.user;

import org.innkeeper.driver.tck.ConnectionContract;
import org.innkeeper.driver.tck.DriverFixture;

class ReadOnlyConnectionCases extends ConnectionContract {
    @Override
    protected DriverFixture newFixture() {
        return new ReadOnlyFixture();
    }
}
