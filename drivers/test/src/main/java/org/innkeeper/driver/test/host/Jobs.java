package org.innkeeper.driver.test.host;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.JobInfo;

/** Jobs of domains; each can have one at a time. Used under the lock of the host. */
public final class Jobs {
    private static final long BYTES_OF_OTHERS = 1L << 30;

    private final TestHost host;

    Jobs(TestHost host) {
        this.host = host;
    }

    /**
     * Begins a job.
     *
     * @param ref whose it is, or null
     * @param duration nanoseconds
     */
    public TestJob begin(DomainRef ref, String operation, long duration) {
        TestDomain domain = ref == null ? null : host.domains().get(ref);
        if (domain != null && domain.job() != null) {
            throw HostErrors.domain(
                    ErrorCode.OPERATION_INVALID,
                    domain,
                    "'" + domain.name() + "' is busy with " + domain.job().operation(),
                    "Wait for it, or abort it");
        }
        long bytes = domain == null ? BYTES_OF_OTHERS : domain.current().facts().memory() << 10;
        TestJob job = new TestJob(operation, host.clock().nanoTime(), duration, bytes);
        if (domain != null) {
            domain.setJob(job);
        }
        return job;
    }

    public void end(DomainRef ref, TestJob job) {
        if (ref != null) {
            for (TestDomain domain : host.domains().all()) {
                if (domain.job() == job) {
                    domain.setJob(null);
                }
            }
        }
    }

    public JobInfo info(TestDomain domain) {
        return domain.job() == null
                ? JobInfo.none()
                : domain.job().info(host.clock().nanoTime());
    }

    public void abort(TestDomain domain) {
        if (domain.job() == null) {
            throw HostErrors.state(domain, "has no job that could be aborted", null);
        }
        domain.job().abort();
    }
}
