package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.NodeContract;
import org.innkeeper.driver.tck.DriverFixture;

class NodeTest extends NodeContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
