package org.innkeeper.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.junit.jupiter.api.Test;

class JobListTest {
    private static final ErrorInfo ERROR = ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.NONE, "no");

    private final JobList jobs = new JobList();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aJobIsThereUntilItEnds() {
        jobs.listen(told::incrementAndGet);
        Job job = jobs.begin(JobKind.CREATE_GUEST, "web");
        assertThat(jobs.jobs()).containsExactly(job);
        assertThat(jobs.busy()).isTrue();
        assertThat(job.object()).isEqualTo("web");

        job.call().progress().progress(0.5);
        assertThat(job.progress()).isEqualTo(0.5);
        job.done();

        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(jobs.jobs()).isEmpty();
        assertThat(jobs.busy()).isFalse();
        assertThat(told.get()).isEqualTo(3);
    }

    @Test
    void cancellingReachesTheCallsOfTheJob() {
        Job job = jobs.begin(JobKind.DELETE_GUEST, "web");

        job.cancel();
        assertThat(job.state()).isEqualTo(Job.State.CANCELLING);
        assertThat(job.call().isCancelled()).isTrue();
        job.failed(ERROR);

        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void aJobEndsOnce() {
        Job job = jobs.begin(JobKind.CREATE_GUEST, "web");
        job.failed(ERROR);
        job.done();
        job.cancel();

        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.error()).isEqualTo(ERROR);
    }

    @Test
    void listenersCanLeave() {
        jobs.listen(told::incrementAndGet).run();

        jobs.begin(JobKind.CREATE_GUEST, "web");

        assertThat(told.get()).isZero();
    }
}
