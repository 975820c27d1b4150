package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.StatisticsContract;
import org.innkeeper.driver.tck.DriverFixture;

class StatisticsTest extends StatisticsContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
