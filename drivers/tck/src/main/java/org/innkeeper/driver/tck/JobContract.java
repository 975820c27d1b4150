package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.JobInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.JobFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of domains. The fixture's hosts should make a job take at least a second where they can. */
public abstract class JobContract extends DriverContract {
    private JobFacet jobs;

    /** For subclasses. */
    protected JobContract() {}

    @BeforeEach
    final void findJobs() {
        jobs = required(JobFacet.class, Feature.DOMAIN_JOBS);
    }

    /** Whether a job of this fixture takes long enough to be met. */
    protected boolean jobsTakeTime() {
        return true;
    }

    @Test
    void withoutAJobThereIsNone() {
        DomainRef domain = runningGuest();

        assertThat(jobs.job(call(), domain).type()).isEqualTo(JobInfo.NONE);
        assertFails(() -> jobs.abort(call(), domain), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void unknownDomainHasNoJob() {
        DomainRef ghost = new DomainRef("ghost", UUID.randomUUID(), 1);

        assertFails(() -> jobs.job(call(), ghost), ErrorCode.NO_DOMAIN);
        assertFails(() -> jobs.abort(call(), ghost), ErrorCode.NO_DOMAIN);
    }

    @Test
    void runningJobTellsHowFarItIsAndCanBeAborted() throws Exception {
        DomainRef domain = runningGuest();
        CompletableFuture<Throwable> saving = save(domain, call());

        awaitJob(domain);
        JobInfo info = jobs.job(call(), domain);
        assertThat(info.dataProcessed()).isNotNegative();
        assertThat(info.dataTotal()).isGreaterThanOrEqualTo(info.dataProcessed());
        jobs.abort(call(), domain);

        assertThat(saving.get(30, TimeUnit.SECONDS))
                .isInstanceOf(InnkeeperException.class)
                .extracting(e -> ((InnkeeperException) e).code())
                .isIn(ErrorCode.OPERATION_ABORTED, ErrorCode.OPERATION_FAILED);
        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(jobs.job(call(), domain).type()).isEqualTo(JobInfo.NONE);
    }

    @Test
    void cancellingTheCallEndsTheJob() throws Exception {
        DomainRef domain = runningGuest();
        CallContext context = CallContext.create();
        CompletableFuture<Throwable> saving = save(domain, context);

        awaitJob(domain);
        context.cancel();

        assertThat(saving.get(10, TimeUnit.SECONDS)).isInstanceOf(CallCancelledException.class);
        Awaitility.await()
                .atMost(fixture.patience())
                .until(() -> jobs.job(call(), domain).type() == JobInfo.NONE);
        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
    }

    private CompletableFuture<Throwable> save(DomainRef domain, CallContext context) {
        Assumptions.assumeTrue(jobsTakeTime(), "jobs of this host are over before they can be met");
        SaveFacet saves = required(SaveFacet.class, Feature.DOMAIN_SAVE);
        String file = fixture.hostPath(uniqueName("job"));
        return CompletableFuture.supplyAsync(() -> catchThrowable(() -> saves.save(context, domain, file, null, 0)));
    }

    private void awaitJob(DomainRef domain) {
        Awaitility.await()
                .atMost(fixture.patience())
                .until(() -> jobs.job(call(), domain).type() != JobInfo.NONE);
    }
}
