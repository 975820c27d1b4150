package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.StatisticsContract;

class QemuStatisticsContractTest extends StatisticsContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
