package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.MetadataContract;

class XlMetadataTest extends MetadataContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
