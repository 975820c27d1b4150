package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.MetadataContract;
import org.innkeeper.driver.tck.DriverFixture;

class MetadataTest extends MetadataContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
