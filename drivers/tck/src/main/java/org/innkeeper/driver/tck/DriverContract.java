package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all contracts share: a host of their own for each test, guests on it, and words to say what is expected. */
@ExtendWith(KnownDeviations.class)
public abstract class DriverContract {
    /** A flag no function knows. */
    protected static final long UNKNOWN_FLAG = 1L << 28;

    private static final Duration CALL_LIMIT = Duration.ofSeconds(90);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** The host of this test. */
    protected DriverFixture fixture;

    /** A connection to it. */
    protected DriverConnection connection;

    /** Its domains; null where the fixture lends other facets only. */
    protected DomainFacet domains;

    /** How the host of the fixture refuses things in this test, and what of that came. */
    final List<DriverFixture.Refusal> refusals = new ArrayList<>();

    final Set<DriverFixture.Refusal> metRefusals = new HashSet<>();

    private final Set<UUID> guests = new LinkedHashSet<>();

    /** For subclasses. */
    protected DriverContract() {}

    /** Makes a host for one test. */
    protected abstract DriverFixture newFixture();

    @BeforeEach
    final void openConnection() {
        fixture = newFixture();
        connection = fixture.open();
        domains = connection.facet(DomainFacet.class).orElse(null);
    }

    @AfterEach
    final void closeConnection() {
        try {
            guests.forEach(this::remove);
        } finally {
            // Where the host could not be made, the test was skipped for it and there is nothing to close.
            if (connection != null) {
                connection.close();
            }
            if (fixture != null) {
                fixture.close();
            }
        }
    }

    /** A context for one call, with a limit so that no test hangs. */
    protected static CallContext call() {
        return CallContext.within(CALL_LIMIT);
    }

    /** A facet this host must have for the test; where it is not declared it must be absent, and the test is skipped. */
    protected final <F extends Facet> F required(Class<F> kind, Feature feature) {
        if (!fixture.features().contains(feature)) {
            assertThat(connection.features()).doesNotContain(feature);
            Assumptions.abort("this driver does not have " + feature);
        }
        return connection.facet(kind).orElseThrow(() -> new AssertionError(feature + " without " + kind));
    }

    /** Skips the test where a feature is not declared; the call that needs it must be refused then. */
    protected final void requires(Feature feature, ThrowingCallable call) {
        if (!fixture.features().contains(feature)) {
            assertThat(connection.features()).doesNotContain(feature);
            assertFails(call, ErrorCode.NO_SUPPORT);
            Assumptions.abort("this driver does not have " + feature);
        }
    }

    /** Skips the test where a feature is not declared. */
    protected final void requires(Feature feature) {
        Assumptions.assumeTrue(fixture.features().contains(feature), () -> "this driver does not have " + feature);
    }

    /** A name no object of the host has. */
    protected static String uniqueName(String stem) {
        return "tck-" + stem + "-" + COUNTER.incrementAndGet();
    }

    /** The definition of a guest with that name and a new UUID; it is removed after the test. */
    protected final String guestXml(String name) {
        return guestXml(name, UUID.randomUUID());
    }

    /** The definition of a guest; it is removed after the test. */
    protected final String guestXml(String name, UUID uuid) {
        guests.add(uuid);
        return fixture.domainXml(name, uuid);
    }

    /** A guest that is defined and does not run. */
    protected final DomainRef definedGuest() {
        return domains.defineXml(call(), guestXml(uniqueName("guest")), 0);
    }

    /** A guest that is defined and runs. */
    protected final DomainRef runningGuest() {
        DomainRef running = domains.start(call(), definedGuest(), 0);
        awaitState(running, DomainState.RUNNING, DomainState.BLOCKED);
        fixture.awaitReady(connection, running);
        return running;
    }

    /** Waits until a domain is in one of these states. */
    protected final void awaitState(DomainRef domain, DomainState... states) {
        Awaitility.await("state of " + domain.name())
                .atMost(fixture.patience())
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(domains.status(call(), domain).state()).isIn(Arrays.asList(states)));
    }

    /** Waits until the host does not know a domain any more. */
    protected final void awaitGone(DomainRef domain) {
        Awaitility.await("end of " + domain.name())
                .atMost(fixture.patience())
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        domains.list(call(), 0).stream().noneMatch(d -> d.uuid().equals(domain.uuid())));
    }

    /** The domain as the host names it now. */
    protected final DomainRef current(DomainRef domain) {
        return domains.lookupByUuid(call(), domain.uuid());
    }

    /** The root of the domain's XML. */
    protected final XmlElement xml(DomainRef domain, long flags) {
        return XmlDocument.parse(domains.xml(call(), domain, flags)).root();
    }

    /**
     * The call must fail with one of these codes, and say something.
     *
     * @return the error; null where the fixture says that the call is not refused
     */
    protected final InnkeeperException assertFails(ThrowingCallable call, ErrorCode... codes) {
        Throwable thrown = catchThrowable(call);
        if (thrown == null && isKnown(null, codes)) {
            return null;
        }
        assertThat(thrown).isInstanceOf(InnkeeperException.class);
        InnkeeperException error = (InnkeeperException) thrown;
        if (!Arrays.asList(codes).contains(error.code())) {
            assertThat(isKnown(error.code(), codes))
                    .as(
                            "%s is one of %s: %s",
                            error.code(), Arrays.toString(codes), error.info().message())
                    .isTrue();
        }
        assertThat(error.info().message()).isNotBlank();
        return error;
    }

    /** Whether the fixture says that this comes instead of one of the wanted codes. */
    final boolean isKnown(ErrorCode came, ErrorCode... wanted) {
        List<DriverFixture.Refusal> known = refusals.stream()
                .filter(refusal ->
                        refusal.instead() == came && Arrays.asList(wanted).contains(refusal.wanted()))
                .toList();
        metRefusals.addAll(known);
        return !known.isEmpty();
    }

    /** The call must refuse a flag it does not know. */
    protected final void assertRefusesUnknownFlag(ThrowingCallable call) {
        assertFails(call, ErrorCode.INVALID_ARG);
    }

    private void remove(UUID uuid) {
        if (!connection.isAlive()) {
            return;
        }
        domains.list(call(), 0).stream()
                .filter(domain -> domain.uuid().equals(uuid))
                .forEach(this::remove);
    }

    private void remove(DomainRef domain) {
        boolean persistent = domains.isPersistent(call(), domain);
        if (domain.active()) {
            domains.destroy(call(), domain, 0);
        }
        if (persistent) {
            domains.undefine(
                    call(),
                    domain,
                    DomainFlags.UNDEFINE_MANAGED_SAVE
                            | DomainFlags.UNDEFINE_SNAPSHOTS_METADATA
                            | DomainFlags.UNDEFINE_NVRAM);
        }
    }
}
