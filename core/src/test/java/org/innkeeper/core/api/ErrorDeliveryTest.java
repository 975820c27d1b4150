package org.innkeeper.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;
import org.junit.jupiter.api.Test;

/** The way of errors that the manual describes: connection handler, else global handler, else the log; then it is kept. */
class ErrorDeliveryTest {
    private final RecordingDriver driver = new RecordingDriver();
    private final Innkeeper innkeeper = Innkeeper.of(List.of(driver), List.of());
    private final List<String> told = new ArrayList<>();

    private Connection open(String uri) {
        return innkeeper.open(uri, OpenOptions.readWrite(), AuthenticationCallback.NOBODY, CallContext.create());
    }

    private void failLookups() {
        driver.behaviour = (method, arguments) -> {
            throw new InnkeeperException(ErrorCode.NO_DOMAIN, ErrorOrigin.QEMU, "no domain x");
        };
    }

    private static void failLookup(Connection connection) {
        assertThatThrownBy(() -> connection.domains().lookupByName(CallContext.create(), "x"))
                .hasMessage("no domain x");
    }

    @Test
    void theHandlerOfTheConnectionComesFirst() {
        innkeeper.setErrorHandler((error, connection) -> told.add("global " + error.message()));
        Connection connection = open("fake:///x");
        failLookups();
        connection.setErrorHandler((error, from) -> {
            assertThat(from).isSameAs(connection);
            assertThat(connection.lastError()).as("kept only after it was told").isEmpty();
            told.add("connection " + error.message());
        });
        failLookup(connection);
        assertThat(told).containsExactly("connection no domain x");
        assertThat(connection.lastError().map(ErrorInfo::code)).contains(ErrorCode.NO_DOMAIN);
        assertThat(innkeeper.lastError())
                .as("it belongs to the connection alone")
                .isEmpty();
    }

    @Test
    void theGlobalHandlerComesSecond() {
        innkeeper.setErrorHandler((error, connection) -> told.add("global " + connection.uri()));
        Connection connection = open("fake:///x");
        failLookups();
        connection.setErrorHandler((error, from) -> told.add("connection"));
        connection.setErrorHandler(null);
        failLookup(connection);
        assertThat(told).containsExactly("global fake:///x");
    }

    @Test
    void theLogComesLast() {
        Connection connection = open("fake:///x");
        failLookups();
        List<LogRecord> records = recordingLog(() -> failLookup(connection));
        assertThat(records).hasSize(1);
        assertThat(records.get(0).getLevel()).isEqualTo(Level.SEVERE);
        assertThat(new SimpleFormatter().formatMessage(records.get(0))).isEqualTo("QEMU NO_DOMAIN: no domain x");
    }

    private static List<LogRecord> recordingLog(Runnable action) {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {
                // Nothing is buffered.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        Logger logger = Logger.getLogger("org.innkeeper.core.api");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        return records;
    }

    @Test
    void withoutConnectionItIsKeptPerThread() {
        innkeeper.setErrorHandler((error, connection) -> told.add(error.code() + " " + connection));
        assertThatThrownBy(() -> open("other:///x")).isInstanceOf(InnkeeperException.class);
        assertThat(told).containsExactly("NO_CONNECT null");
        assertThat(innkeeper.lastError().map(ErrorInfo::code)).contains(ErrorCode.NO_CONNECT);
        assertThat(CompletableFuture.supplyAsync(innkeeper::lastError).join()).isEqualTo(Optional.empty());
        innkeeper.resetLastError();
        assertThat(innkeeper.lastError()).isEmpty();
    }

    @Test
    void theLastErrorOfAConnectionIsForAllThreadsUntilReset() {
        innkeeper.setErrorHandler((error, connection) -> {});
        Connection connection = open("fake:///x");
        failLookups();
        failLookup(connection);
        assertThat(CompletableFuture.supplyAsync(connection::lastError).join()).isPresent();
        connection.resetLastError();
        assertThat(connection.lastError()).isEmpty();
    }

    @Test
    void aHandlerThatFailsDoesNotHideTheError() {
        Connection connection = open("fake:///x");
        failLookups();
        connection.setErrorHandler((error, from) -> {
            throw new IllegalStateException("handler");
        });
        assertThat(recordingLog(() -> failLookup(connection)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getThrown()).hasMessage("handler"));
        assertThat(connection.lastError()).isPresent();
    }

    @Test
    void warningsTakeTheSameWay() {
        innkeeper.setErrorHandler((error, connection) -> told.add(error.level() + " " + error.message()));
        Connection connection = open("fake:///x");
        ErrorInfo warning =
                ErrorInfo.warning(ErrorCode.CONFIG_UNSUPPORTED, ErrorOrigin.QEMU, "kqemu is plain emulation");
        driver.behaviour = (method, arguments) -> {
            ((CallContext) arguments[0]).warn(warning);
            return Samples.DOMAIN;
        };
        connection.domains().define(CallContext.create(), "<domain/>", Set.of());
        assertThat(told).containsExactly("WARNING kqemu is plain emulation");
        assertThat(connection.lastError()).contains(warning);
    }

    @Test
    void errorsAreAboutTheObjectOfTheCall() {
        innkeeper.setErrorHandler((error, connection) -> {});
        Connection connection = open("fake:///x");
        failLookups();
        assertThatThrownBy(() -> connection.domains().of(Samples.DOMAIN).info(CallContext.create()))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.info().subject())
                                .isEqualTo(new ErrorSubject(ErrorSubject.Kind.DOMAIN, "fc4", Samples.ID, 7)));
    }

    @Test
    void whatTheDriverSaysItIsAboutStays() {
        innkeeper.setErrorHandler((error, connection) -> {});
        Connection connection = open("fake:///x");
        InnkeeperException thrown =
                new InnkeeperException(ErrorInfo.of(ErrorCode.OPEN_FAILED, ErrorOrigin.QEMU, "cannot open /x")
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, "/x")));
        AuthenticationException denied =
                new AuthenticationException(ErrorCode.AUTH_FAILED, ErrorOrigin.REMOTE, "wrong password");
        for (InnkeeperException error : List.of(thrown, denied)) {
            driver.behaviour = (method, arguments) -> {
                throw error;
            };
            assertThatThrownBy(() -> connection.domains().of(Samples.DOMAIN).info(CallContext.create()))
                    .isSameAs(error);
        }
    }
}
