package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.StatisticsContract;
import org.innkeeper.driver.tck.DriverFixture;

class QemuStatisticsContractTest extends StatisticsContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
