package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;
import org.junit.jupiter.api.Test;

/** With a timer of its own and everything on one thread. */
class ConnectorTest {
    private static final ErrorInfo AWAY =
            ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.NONE, "no route to the host");

    private final List<Duration> waits = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Workers workers = new Workers(
            Runnable::run,
            (action, delay) -> {
                waits.add(delay);
                waiting.add(action);
                return () -> waiting.remove(action);
            },
            Clock.systemUTC());
    private final List<ErrorInfo> problems = new ArrayList<>();
    private final List<Connection> opened = new ArrayList<>();
    private final HostCore core = new HostCore(HostDefinition.of("test:///default", "lab"), workers, () -> {});
    private InnkeeperException failure;
    private final Connector connector = new Connector(core, this::open, opened::add, problems::add);

    private Connection open(CallContext call) {
        call.check("open");
        if (failure != null) {
            throw failure;
        }
        return Innkeeper.load().open("test:///default", OpenOptions.readWrite(), AuthenticationCallback.NOBODY, call);
    }

    private void elapse() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private void failWith(ErrorInfo error) {
        failure = new InnkeeperException(error);
    }

    @Test
    void triesAgainWithGrowingPausesUntilTheHostAnswers() {
        failWith(AWAY);
        assertThatThrownBy(() -> connector.connect().toCompletableFuture().join())
                .hasCause(failure);
        elapse();
        elapse();
        assertThat(core.status().state()).isEqualTo(ConnectionState.LOST);
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

        failure = null;
        elapse();

        assertThat(core.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(core.status().problem()).isNull();
        assertThat(opened).hasSize(1);
        assertThat(waiting).isEmpty();
    }

    @Test
    void aLostConnectionBeginsWithShortPauses() {
        connector.connect();
        connector.lost(core.connection(), AWAY);

        assertThat(core.status().state()).isEqualTo(ConnectionState.LOST);
        assertThat(opened.get(0).isAlive()).isFalse();
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
        assertThat(problems).extracting(problem -> problem.subject().name()).containsExactly("lab");
    }

    @Test
    void theLossOfAConnectionThatIsClosedMeansNothing() {
        connector.connect();
        Connection first = core.connection();
        connector.disconnect();
        connector.connect();

        connector.lost(first, AWAY);

        assertThat(core.status().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void whatTryingAgainCannotHelpIsNotTriedAgain() {
        failWith(ErrorInfo.of(ErrorCode.AUTH_FAILED, ErrorOrigin.NONE, "wrong password"));
        connector.connect();

        assertThat(core.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(core.status().problem().code()).isEqualTo(ErrorCode.AUTH_FAILED);
        assertThat(waiting).isEmpty();
    }

    /** Until somebody has given the rights it would fail again; the problem stays in sight, and connecting tries again. */
    @Test
    void missingRightsAreNotTriedAgainButByTheUser() {
        failWith(AWAY);
        connector.connect();
        failWith(
                ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, "cannot connect to the socket: permission denied")
                        .withPermissionDenied());
        elapse();

        assertThat(core.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(core.status().problem().message()).contains("permission denied");
        assertThat(waiting).isEmpty();

        failure = null;
        connector.connect();

        assertThat(core.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(core.status().problem()).isNull();
    }

    @Test
    void disconnectingEndsTheRetries() {
        failWith(AWAY);
        connector.connect();

        connector.disconnect();

        assertThat(waiting).isEmpty();
        assertThat(core.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(core.status().problem()).isNull();
    }

    @Test
    void connectingTwiceOpensOnce() {
        connector.connect();
        connector.connect();

        assertThat(opened).hasSize(1);
    }
}
