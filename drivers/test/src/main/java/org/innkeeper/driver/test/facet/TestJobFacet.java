package org.innkeeper.driver.test.facet;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.JobInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.JobFacet;
import org.innkeeper.driver.test.host.TestHost;

/** Jobs of guests in memory. */
final class TestJobFacet extends HostFacet implements JobFacet {
    TestJobFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public JobInfo job(CallContext context, DomainRef domain) {
        return call(context, "job.info", () -> host.jobs().info(host.domains().get(domain)));
    }

    @Override
    public void abort(CallContext context, DomainRef domain) {
        run(context, "job.abort", () -> host.jobs().abort(host.domains().get(domain)));
    }
}
