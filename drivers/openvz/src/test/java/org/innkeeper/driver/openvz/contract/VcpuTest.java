package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.VcpuContract;

class VcpuTest extends VcpuContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
