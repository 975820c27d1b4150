package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.SaveContract;
import org.innkeeper.driver.tck.DriverFixture;

class SaveTest extends SaveContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
