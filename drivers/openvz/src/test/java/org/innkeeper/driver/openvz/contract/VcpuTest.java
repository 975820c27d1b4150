package org.innkeeper.driver.openvz.contract;

import org.innkeeper.driver.tck.VcpuContract;
import org.innkeeper.driver.tck.DriverFixture;

class VcpuTest extends VcpuContract {
    @Override
    protected DriverFixture newFixture() {
        return new OpenvzFixture();
    }
}
