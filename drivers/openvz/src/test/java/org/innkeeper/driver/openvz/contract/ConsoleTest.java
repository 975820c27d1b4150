package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.ConsoleContract;
import org.innkeeper.driver.tck.DriverFixture;

class ConsoleTest extends ConsoleContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
