package org.innkeeper.driver.qemu.facet;

import org.innkeeper.driver.tck.DomainContract;
import org.innkeeper.driver.tck.DriverFixture;

class QemuDomainContractTest extends DomainContract {
    @Override
    protected DriverFixture newFixture() {
        return new QemuFixture();
    }
}
