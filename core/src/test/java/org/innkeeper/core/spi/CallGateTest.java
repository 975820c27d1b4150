package org.innkeeper.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.junit.jupiter.api.Test;

class CallGateTest {
    private final CallGate gate = new CallGate("test:///gate");

    @Test
    void letsCallsThroughWhileOpen() {
        assertThat(gate.<String>call(CallContext.create(), "ask", () -> "answer"))
                .isEqualTo("answer");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void refusesCallsOnceClosed() {
        gate.close();
        gate.close();
        assertThat(gate.isOpen()).isFalse();
        assertThatThrownBy(() -> gate.run(CallContext.create(), "ask", () -> {}))
                .isInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining("test:///gate");
    }

    @Test
    void closingEndsACallThatWaitsAndSaysWhy() throws Exception {
        CallContext context = CallContext.create();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> gate.run(context, "wait", () -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            context.onCancel(cancelled::countDown);
            waiting.countDown();
            try {
                assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            context.check("wait");
        }));
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        gate.close();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void aCallerThatGaveUpIsToldSo() {
        CallContext context = CallContext.create();
        context.cancel();
        assertThatThrownBy(() -> gate.run(context, "ask", () -> {})).isInstanceOf(CallCancelledException.class);
    }
}
