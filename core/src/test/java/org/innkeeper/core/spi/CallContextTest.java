package org.innkeeper.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.junit.jupiter.api.Test;

class CallContextTest {
    @Test
    void cancelsOnceAndTellsAll() {
        CallContext context = CallContext.create();
        List<String> told = new ArrayList<>();
        context.onCancel(() -> told.add("a"));
        Runnable takeBack = context.onCancel(() -> told.add("b"));
        takeBack.run();
        context.cancel();
        context.cancel();
        context.onCancel(() -> told.add("late"));
        assertThat(told).containsExactly("a", "late");
        assertThatThrownBy(() -> context.check("reading"))
                .isInstanceOf(CallCancelledException.class)
                .hasMessageContaining("reading");
    }

    @Test
    void knowsItsLimit() {
        assertThat(CallContext.create().remainingNanos()).isEqualTo(Long.MAX_VALUE);
        CallContext limited = CallContext.within(Duration.ofHours(1));
        assertThat(limited.isLimited()).isTrue();
        assertThat(limited.remainingNanos())
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofHours(1).toNanos());
        CallContext over = CallContext.within(Duration.ZERO);
        assertThatThrownBy(() -> over.check("reading"))
                .isInstanceOfSatisfying(
                        CallCancelledException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT));
    }

    @Test
    void aPartIsCancelledWithTheWhole() {
        CallContext whole = CallContext.create();
        CallContext part = whole.derive(warning -> {});
        whole.cancel();
        assertThat(part.isCancelled()).isTrue();
        assertThat(whole.derive(warning -> {}).isCancelled()).isTrue();
    }

    @Test
    void aPartCanBeCancelledAloneAndReleased() {
        CallContext whole = CallContext.create();
        CallContext part = whole.derive(warning -> {});
        CallContext released = whole.derive(warning -> {});
        part.cancel();
        released.release();
        assertThat(whole.isCancelled()).isFalse();
        whole.cancel();
        assertThat(released.isCancelled()).isFalse();
    }

    @Test
    void aPartKeepsLimitAndProgressAndHasItsOwnWarnings() {
        List<Double> progress = new ArrayList<>();
        CallContext watched = CallContext.watchedBy(progress::add);
        List<ErrorInfo> warnings = new ArrayList<>();
        ErrorInfo warning = ErrorInfo.warning(ErrorCode.OK, ErrorOrigin.NONE, "careful");
        CallContext part = watched.derive(warnings::add);
        part.progress().progress(0.5);
        part.warn(warning);
        watched.warn(warning);
        assertThat(progress).containsExactly(0.5);
        assertThat(warnings).containsExactly(warning);
        assertThat(CallContext.within(Duration.ofHours(1)).derive(w -> {}).isLimited())
                .isTrue();
    }
}
