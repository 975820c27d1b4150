package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.StatisticsContract;

class XlStatisticsTest extends StatisticsContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
