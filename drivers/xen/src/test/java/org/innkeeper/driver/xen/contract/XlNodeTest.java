package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.NodeContract;

class XlNodeTest extends NodeContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
