package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.SnapshotContract;

class SnapshotTest extends SnapshotContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
