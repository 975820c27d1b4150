package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.SecretContract;

class SecretTest extends SecretContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
