package org.innkeeper.driver.xen.user;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.NodeContract;

class ReadOnlyNodeCases extends NodeContract {
    @Override
    protected DriverFixture newFixture() {
        return new ReadOnlyFixture();
    }
}
