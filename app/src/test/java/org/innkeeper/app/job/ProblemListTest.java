package org.innkeeper.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.junit.jupiter.api.Test;

class ProblemListTest {
    private final ProblemList problems = new ProblemList(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private static ErrorInfo error(String message) {
        return ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.NONE, message);
    }

    @Test
    void theNewestIsLastAndTheSameCountsOnce() {
        problems.add(error("a"));
        problems.add(error("b"));
        problems.add(error("a"));

        assertThat(problems.problems())
                .containsExactly(new Problem(Instant.EPOCH, error("b")), new Problem(Instant.EPOCH, error("a")));
    }

    @Test
    void problemsCanBeDismissed() {
        AtomicInteger told = new AtomicInteger();
        problems.add(error("a"));
        problems.add(error("b"));
        problems.listen(told::incrementAndGet);

        problems.dismiss(problems.problems().get(0));
        assertThat(problems.problems()).hasSize(1);
        problems.clear();

        assertThat(problems.problems()).isEmpty();
        assertThat(told.get()).isEqualTo(2);
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (int i = 0; i < 1000; i++) {
            problems.add(error("number " + i));
        }

        assertThat(problems.problems()).hasSize(200);
        assertThat(problems.problems().get(199).error().message()).isEqualTo("number 999");
    }
}
