package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.MetadataContract;

class MetadataTest extends MetadataContract {
    @Override
    protected DriverFixture newFixture() {
        return XendFixture.alone();
    }
}
