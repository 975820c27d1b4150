package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.SaveContract;

class XlSaveTest extends SaveContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
