package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.MigrationContract;
import org.innkeeper.driver.tck.DriverFixture;

class MigrationTest extends MigrationContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
