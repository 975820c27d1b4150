package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.SaveContract;
import org.innkeeper.driver.tck.DriverFixture;

class SaveTest extends SaveContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
