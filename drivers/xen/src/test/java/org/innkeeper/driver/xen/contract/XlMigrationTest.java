package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.MigrationContract;

class XlMigrationTest extends MigrationContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
