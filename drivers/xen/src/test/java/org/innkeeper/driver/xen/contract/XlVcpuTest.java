package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.VcpuContract;

class XlVcpuTest extends VcpuContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
