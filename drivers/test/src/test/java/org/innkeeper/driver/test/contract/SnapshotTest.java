package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.SnapshotContract;
import org.innkeeper.driver.tck.DriverFixture;

class SnapshotTest extends SnapshotContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
