package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.SaveContract;

class SaveTest extends SaveContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
