package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.StorageContract;

class StorageTest extends StorageContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
