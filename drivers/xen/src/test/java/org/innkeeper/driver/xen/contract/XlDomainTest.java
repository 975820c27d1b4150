package org.innkeeper.driver.xen.contract;

import org.innkeeper.driver.tck.DomainContract;
import org.innkeeper.driver.tck.DriverFixture;

class XlDomainTest extends DomainContract {
    @Override
    protected DriverFixture newFixture() {
        return XlFixture.alone();
    }
}
