package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnexpectedErrorsTest {
    private final Logger log = Logger.getLogger(UnexpectedErrors.class.getName());

    @BeforeEach
    void expectIt() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void expectNothing() {
        log.setLevel(null);
    }

    @Test
    void aMistakeOfTheProgramIsToldWithAWayOn() {
        ProblemList problems = new ProblemList(Clock.systemUTC());

        new UnexpectedErrors(problems, new Texts(false))
                .uncaughtException(Thread.currentThread(), new IllegalStateException("no row 7"));

        assertThat(problems.problems()).singleElement().satisfies(problem -> {
            ErrorInfo error = problem.error();
            assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            assertThat(error.message()).contains("no row 7");
            assertThat(error.remedy()).isPresent();
        });
    }
}
