package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.TypedParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerKnobTest {
    @ParameterizedTest
    @CsvSource({
        "credit, weight, 1, true",
        "credit, weight, 65535, true",
        "credit, weight, 0, false",
        "credit, weight, 65536, false",
        "credit2, cap, 0, true",
        "credit2, cap, 65536, false",
        "credit, period, 1, false",
        "sedf, period, 100000000, true",
        "sedf, extratime, 2, false",
        "rtds, weight, 1, false",
    })
    void onlyWhatTheSchedulerTakesPasses(String scheduler, String name, long value, boolean fine) {
        TypedParameter parameter = TypedParameter.ofUlong(name, value);
        if (fine) {
            assertThatCode(() -> SchedulerKnob.check(scheduler, parameter)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> SchedulerKnob.check(scheduler, parameter))
                    .isInstanceOfSatisfying(
                            InnkeeperException.class, e -> org.assertj.core.api.Assertions.assertThat(e.code())
                                    .isEqualTo(ErrorCode.INVALID_ARG));
        }
    }
}
