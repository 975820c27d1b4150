package org.innkeeper.driver.test.facet;

import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.TestJob;

/** What all facets share: the host, the gate, and how a call is made. */
abstract class HostFacet {
    private static final long JOB_STEP = 20_000_000;

    final TestHost host;
    final Gate gate;

    HostFacet(TestHost host, Gate gate) {
        this.host = host;
        this.gate = gate;
    }

    /** Makes a call that ends at once. */
    final <T> T call(CallContext context, String operation, Supplier<T> body) {
        gate.enter(context, operation);
        synchronized (host) {
            return body.get();
        }
    }

    /** Makes a call that ends at once and returns nothing. */
    final void run(CallContext context, String operation, Runnable body) {
        gate.enter(context, operation);
        synchronized (host) {
            body.run();
        }
    }

    /**
     * Makes a call that takes as long as jobs take on this host, tells progress and can be aborted.
     *
     * @param domain whose job it is, or null
     * @param check fails at once where the call cannot work
     * @param end does what the job is for; the domain may have changed meanwhile
     */
    final void job(CallContext context, String operation, DomainRef domain, Runnable check, Runnable end) {
        gate.enter(context, operation);
        TestJob job;
        synchronized (host) {
            check.run();
            job = host.jobs().begin(domain, operation, gate.faults().jobTime().toNanos());
        }
        try {
            awaitJob(context, operation, job);
            synchronized (host) {
                end.run();
            }
            context.progress().progress(1);
        } finally {
            synchronized (host) {
                host.jobs().end(domain, job);
            }
        }
    }

    private void awaitJob(CallContext context, String operation, TestJob job) {
        double progress = job.progress(host.clock().nanoTime());
        while (progress < 1) {
            context.progress().progress(progress);
            gate.sleep(context, operation, JOB_STEP);
            if (job.isAborted()) {
                throw HostErrors.of(ErrorCode.OPERATION_ABORTED, operation + " was aborted");
            }
            progress = job.progress(host.clock().nanoTime());
        }
    }

    /** Which definitions an {@code AFFECT_} flag means; both may be meant, never none. */
    record Affected(boolean live, boolean config) {}

    /** Reads {@code AFFECT_} bits and refuses those that do not fit the state. */
    static Affected affected(TestDomain domain, long flags) {
        boolean live = (flags & DomainFlags.AFFECT_LIVE) != 0;
        boolean config = (flags & DomainFlags.AFFECT_CONFIG) != 0;
        if (!live && !config) {
            live = domain.isActive();
            config = !live;
        }
        if (live && !domain.isActive()) {
            throw HostErrors.state(domain, "is not running", "Change the stored definition, or start it first");
        }
        if (config && !domain.isPersistent()) {
            throw HostErrors.state(domain, "is transient and has no stored definition", "Define it first");
        }
        return new Affected(live, config);
    }

    /** The one definition to read that an {@code AFFECT_} flag means. */
    static DomainDefinition chosen(TestDomain domain, long flags) {
        Affected affected = affected(domain, flags);
        if (affected.live() && affected.config()) {
            throw HostErrors.argument("The live and the stored definition cannot be read at once");
        }
        return affected.live() ? domain.run().definition() : domain.persistent();
    }
}
