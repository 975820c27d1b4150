package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.MetadataContract;
import org.innkeeper.driver.tck.DriverFixture;

class MetadataTest extends MetadataContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
