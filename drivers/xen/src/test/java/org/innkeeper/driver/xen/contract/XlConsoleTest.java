package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.ConsoleContract;
import org.innkeeper.driver.tck.DriverFixture;

class XlConsoleTest extends ConsoleContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.withStore();
    }
}
