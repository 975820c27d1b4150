package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.ConsoleContract;
import org.innkeeper.driver.tck.DriverFixture;

class ConsoleTest extends ConsoleContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
