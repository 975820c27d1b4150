package org.innkeeper.driver.test.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.StatisticsContract;

class StatisticsTest extends StatisticsContract {
    @Override
    protected DriverFixture newFixture() {
        return new TestFixture();
    }
}
