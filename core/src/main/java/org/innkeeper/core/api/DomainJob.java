package org.innkeeper.core.api;

import org.innkeeper.core.model.JobInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.JobFacet;

/** The job that runs on a domain: a save, a dump, a migration. */
public final class DomainJob extends DomainPart {
    DomainJob(Domain domain) {
        super(domain);
    }

    /** How far it is: {@code virDomainGetJobInfo}, {@code virDomainGetJobStats}; {@link JobInfo#none()} without one. */
    public JobInfo info(CallContext context) {
        return call(JobFacet.class, "info").needs(Feature.DOMAIN_JOBS).get(context, (facet, c) -> facet.job(c, ref()));
    }

    /** {@code virDomainAbortJob}; fails with {@code OPERATION_INVALID} when there is no job. */
    public void abort(CallContext context) {
        call(JobFacet.class, "abort")
                .changes()
                .needs(Feature.DOMAIN_JOBS)
                .run(context, (facet, c) -> facet.abort(c, ref()));
    }
}
