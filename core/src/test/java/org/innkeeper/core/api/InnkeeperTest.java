package org.innkeeper.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.UriResolver;
import org.innkeeper.core.uri.UriSettings;
import org.junit.jupiter.api.Test;

/** Which driver serves which URI. */
class InnkeeperTest {
    /** A driver that answers as a test tells it to. */
    private record Stub(String id, int priority, Function<ConnectUri, Claim> answer, LocalHost host)
            implements DriverProvider {
        Stub(String id, int priority, Claim answer) {
            this(id, priority, uri -> answer, LocalHost.none(id + " is not installed"));
        }

        Stub on(LocalHost localHost) {
            return new Stub(id, priority, answer, localHost);
        }

        @Override
        public Set<String> schemes() {
            return Set.of(id);
        }

        @Override
        public Claim claim(ConnectUri uri) {
            return answer.apply(uri);
        }

        @Override
        public LocalHost localHost() {
            if (host == null) {
                throw new IllegalStateException("cannot look");
            }
            return host;
        }

        @Override
        public DriverConnection open(
                CallContext context,
                ConnectUri uri,
                AuthenticationCallback auth,
                OpenOptions options,
                LocalServices services) {
            if (options.noQuestions()) {
                throw new IllegalStateException("cannot open");
            }
            return new RecordingDriver();
        }
    }

    private static final Claim NO = Claim.decline("not mine");

    private static Innkeeper quiet(DriverProvider... drivers) {
        Innkeeper innkeeper = Innkeeper.of(List.of(drivers), List.of());
        innkeeper.setErrorHandler((error, connection) -> {});
        return innkeeper;
    }

    private static Connection open(Innkeeper innkeeper, String uri) {
        return innkeeper.open(uri, OpenOptions.readWrite(), AuthenticationCallback.NOBODY, CallContext.create());
    }

    @Test
    void asksInOrderOfPriorityThenId() {
        Innkeeper innkeeper = quiet(
                new Stub("remote", 1000, Claim.accept()),
                new Stub("b", 100, Claim.accept()),
                new Stub("a", 100, Claim.accept()));
        assertThat(innkeeper.resolve("x:///")).isEqualTo("a");
        assertThat(quiet(new Stub("remote", 1000, Claim.accept()), new Stub("a", 100, NO))
                        .resolve("x:///"))
                .isEqualTo("remote");
    }

    @Test
    void tellsTheReasonOfEveryDriver() {
        Innkeeper innkeeper = quiet(
                new Stub("qemu", 100, Claim.decline("only qemu://")),
                new Stub("test", 100, Claim.decline("only test://")));
        assertThatThrownBy(() -> open(innkeeper, "vbox:///session"))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT))
                .hasMessage("no driver opens 'vbox:///session' (qemu: only qemu://; test: only test://)");
        assertThatThrownBy(() -> quiet().resolve("x:///")).hasMessageContaining("there are no drivers in this program");
    }

    @Test
    void stopsAtADriverThatSaysMineButWrong() {
        InnkeeperException wrong =
                new InnkeeperException(ErrorCode.INVALID_ARG, ErrorOrigin.TEST, "test:///nowhere: no such path");
        Innkeeper innkeeper = quiet(
                new Stub(
                        "test",
                        100,
                        uri -> {
                            throw wrong;
                        },
                        null),
                new Stub("remote", 1000, Claim.accept()));
        assertThatThrownBy(() -> innkeeper.resolve("test:///nowhere")).isSameAs(wrong);
        assertThat(innkeeper.lastError()).contains(wrong.info());
    }

    @Test
    void mapsMistakesOfDrivers() {
        Innkeeper innkeeper = quiet(new Stub(
                "bad",
                100,
                uri -> {
                    throw new IllegalStateException("oops");
                },
                null));
        assertThatThrownBy(() -> innkeeper.resolve("x:///"))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
                .hasMessageContaining("bad")
                .hasRootCauseMessage("oops");
        Innkeeper other = quiet(new Stub("bad", 100, Claim.accept()));
        assertThatThrownBy(() -> other.open(
                        "x:///", new OpenOptions(false, true), AuthenticationCallback.NOBODY, CallContext.create()))
                .isInstanceOf(InnkeeperException.class)
                .hasRootCauseMessage("cannot open");
        assertThat(other.lastError()).isPresent();
    }

    @Test
    void opensTheBestHypervisorWithoutAnyUri() {
        Innkeeper innkeeper = quiet(
                new Stub("test", 100, NO).on(new LocalHost("test:///default", 0, "demo")),
                new Stub("broken", 100, uri -> NO, null),
                new Stub("openvz", 100, NO).on(new LocalHost("openvz:///system", 20, "OpenVZ")),
                new Stub("qemu", 100, Claim.accept()).on(new LocalHost("qemu:///embed", 30, "QEMU")));
        assertThat(innkeeper.resolve(null)).isEqualTo("qemu");
        assertThat(innkeeper.localHosts())
                .extracting(HostOffer::providerId)
                .containsExactly("qemu", "openvz", "test", "broken");
        assertThat(innkeeper.localHosts().get(3).host().summary()).contains("cannot look");
    }

    @Test
    void aDemoIsNoHypervisor() {
        Innkeeper innkeeper = quiet(
                new Stub("test", 100, Claim.accept()).on(new LocalHost("test:///default", 0, "demo")),
                new Stub("qemu", 100, Claim.accept()));
        assertThatThrownBy(() -> open(innkeeper, ""))
                .hasMessage("there is no hypervisor on this machine (test: demo; qemu: qemu is not installed)");
    }

    @Test
    void theEnvironmentComesBeforeTheBestHypervisor() {
        Innkeeper innkeeper = new Innkeeper(
                List.of(new Stub("a", 100, uri -> uri.driver().equals("a") ? Claim.accept() : NO, null)),
                List.of(),
                new UriResolver(Map.of("LIBVIRT_DEFAULT_URI", "a:///"), () -> UriSettings.NONE));
        assertThat(innkeeper.resolve("")).isEqualTo("a");
    }

    @Test
    void opensWithTheDriverOfAnotherTime() {
        Innkeeper innkeeper = quiet(new Stub("daemon", 100, Claim.accept()), new Stub("embed", 200, Claim.accept()));
        try (Connection connection = innkeeper.openWith(
                "embed",
                "qemu:///system",
                OpenOptions.readWrite(),
                AuthenticationCallback.NOBODY,
                CallContext.create())) {
            assertThat(connection.providerId()).isEqualTo("embed");
        }
        assertThatThrownBy(() -> innkeeper.openWith(
                        "gone",
                        "qemu:///system",
                        OpenOptions.readWrite(),
                        AuthenticationCallback.NOBODY,
                        CallContext.create()))
                .hasMessageContaining("'gone'");
    }

    @Test
    void checksWithTheDriverOfAnotherTime() {
        Innkeeper innkeeper = quiet(new Stub("daemon", 100, Claim.accept()), new Stub("embed", 200, NO));
        List<CheckStep> steps = new ArrayList<>();

        innkeeper.checkWith(
                "embed",
                "qemu:///system",
                OpenOptions.readWrite(),
                AuthenticationCallback.NOBODY,
                CallContext.create(),
                steps::add);
        assertThat(steps.get(0).detail()).isEqualTo("qemu:///system is served by the driver embed");
        assertThat(steps).extracting(CheckStep::verdict).containsOnly(CheckStep.Verdict.PASSED);

        steps.clear();
        innkeeper.checkWith(
                "gone",
                "qemu:///system",
                OpenOptions.readWrite(),
                AuthenticationCallback.NOBODY,
                CallContext.create(),
                steps::add);
        assertThat(steps).hasSize(1).first().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(CheckStep.Kind.URI);
            assertThat(step.verdict()).isEqualTo(CheckStep.Verdict.FAILED);
            assertThat(step.detail()).contains("'gone'");
        });
    }

    @Test
    void refusesMissingArgumentsAndBadUris() {
        Innkeeper innkeeper = quiet(new Stub("a", 100, Claim.accept()));
        assertThatThrownBy(() -> innkeeper.open("a:///", null, AuthenticationCallback.NOBODY, CallContext.create()))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG));
        assertThatThrownBy(() -> open(innkeeper, "a b:///")).hasMessageContaining("position 1");
    }

    @Test
    void knowsItsVersion() {
        assertThat(Innkeeper.version()).isPositive();
        assertThat(ApiVersion.number("1.2.3-SNAPSHOT")).isEqualTo(1_002_003);
        assertThat(ApiVersion.number("0.10")).isEqualTo(10_000);
    }

    @Test
    void loadsWhatIsInstalled() {
        assertThat(Innkeeper.load().localHosts()).isNotNull();
    }
}
