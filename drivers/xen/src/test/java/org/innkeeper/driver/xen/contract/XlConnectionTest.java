package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.ConnectionContract;
import org.innkeeper.driver.tck.DriverFixture;

class XlConnectionTest extends ConnectionContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
