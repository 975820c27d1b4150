package org.innkeeper.core.spi;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.JobInfo;

/** Jobs of domains: saving, dumping, migrating. */
public interface JobFacet extends Facet {
    /** {@code virDomainGetJobStats}; {@link JobInfo#none()} when there is no job. */
    JobInfo job(CallContext context, DomainRef domain);

    /** {@code virDomainAbortJob}; fails with {@code OPERATION_INVALID} when there is no job. */
    void abort(CallContext context, DomainRef domain);
}
