package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.StatisticsContract;

class StatisticsTest extends StatisticsContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
