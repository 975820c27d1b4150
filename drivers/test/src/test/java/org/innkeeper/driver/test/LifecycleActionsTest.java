package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.driver.test.hook.GuestActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What guests do of their own, and what their definition makes of it. */
class LifecycleActionsTest {
    private final CallContext context = CallContext.create();
    private final List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
    private DriverConnection connection;
    private DomainFacet domains;
    private GuestActs acts;

    @BeforeEach
    void open() {
        connection = new Hosts().open("test:///default?demo=no");
        domains = connection.facet(DomainFacet.class).orElseThrow();
        acts = connection.facet(GuestActs.class).orElseThrow();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private DomainRef guest(String actions) {
        return domains.createXml(
                context,
                "<domain type='test'><name>guest</name><memory>1024</memory><os><type>hvm</type></os>" + actions
                        + "</domain>",
                0);
    }

    private DomainRef persistentGuest(String actions) {
        DomainRef guest = guest(actions);
        domains.defineXml(context, domains.xml(context, guest, 2), 0);
        return guest;
    }

    private void act(String event, DomainRef guest) {
        switch (event) {
            case "on_poweroff" -> acts.powerOff(context, guest);
            case "on_reboot" -> acts.reboot(context, guest);
            default -> acts.crash(context, guest);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "on_poweroff, destroy, SHUT_OFF, 1",
        "on_reboot, destroy, SHUT_OFF, 1",
        "on_crash, destroy, SHUT_OFF, 3",
        "on_crash, coredump-destroy, SHUT_OFF, 3",
        "on_poweroff, preserve, SHUTTING_DOWN, 1",
        "on_reboot, preserve, SHUTTING_DOWN, 1",
        "on_crash, preserve, CRASHED, 1",
        "on_poweroff, restart, RUNNING, 1",
        "on_reboot, restart, RUNNING, 1",
        "on_crash, restart, RUNNING, 1",
        "on_crash, coredump-restart, RUNNING, 1",
    })
    void definitionDecidesWhatHappens(String event, String action, DomainState state, int reason) {
        DomainRef guest = persistentGuest("<" + event + ">" + action + "</" + event + ">");

        act(event, guest);

        assertThat(domains.status(context, guest)).isEqualTo(new DomainStatus(state, reason));
        int id = domains.lookupByUuid(context, guest.uuid()).id();
        assertThat(id).isEqualTo(state == DomainState.SHUT_OFF ? DomainRef.INACTIVE : guest.id());
    }

    @ParameterizedTest
    @CsvSource({"on_poweroff", "on_reboot", "on_crash"})
    void renamedGuestRunsOnUnderAnotherName(String event) {
        DomainRef guest = persistentGuest("<" + event + ">rename-restart</" + event + ">");

        act(event, guest);

        DomainRef renamed = domains.lookupByUuid(context, guest.uuid());
        assertThat(renamed.name()).isEqualTo("guest-1");
        assertThat(domains.status(context, renamed).state()).isEqualTo(DomainState.RUNNING);
        assertThat(domains.xml(context, renamed, 0)).contains("<name>guest-1</name>");
        assertThat(domains.xml(context, renamed, 2)).contains("<name>guest-1</name>");
        assertThatThrownBy(() -> domains.lookupByName(context, "guest")).isInstanceOf(InnkeeperException.class);
    }

    @Test
    void withoutWordsInTheDefinitionTheDefaultsHold() {
        DomainRef guest = persistentGuest("");
        acts.reboot(context, guest);
        assertThat(domains.status(context, guest).state()).isEqualTo(DomainState.RUNNING);

        acts.crash(context, guest);

        assertThat(domains.status(context, guest)).isEqualTo(new DomainStatus(DomainState.SHUT_OFF, 3));
    }

    @Test
    void transientGuestIsGoneWhenItPowersOff() {
        DomainRef guest = guest("");

        acts.powerOff(context, guest);

        assertThat(domains.list(context, 0)).extracting(DomainRef::uuid).doesNotContain(guest.uuid());
    }

    @Test
    void preservedGuestIsOnlyGoodForDestroying() {
        DomainRef guest = persistentGuest("<on_crash>preserve</on_crash>");
        acts.crash(context, guest);

        assertInvalid(() -> domains.suspend(context, guest));
        assertInvalid(() -> domains.resume(context, guest));
        assertInvalid(() -> domains.reboot(context, guest, 0));
        assertInvalid(() -> domains.start(context, guest, 0));
        domains.destroy(context, guest, 0);

        assertThat(domains.status(context, guest).state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @Test
    void sleepingGuestWakesUp() {
        DomainRef guest = guest("");
        acts.sleep(context, guest);
        assertThat(domains.status(context, guest).state()).isEqualTo(DomainState.PM_SUSPENDED);
        assertInvalid(() -> domains.resume(context, guest));

        acts.wakeUp(context, guest);

        assertThat(domains.status(context, guest).state()).isEqualTo(DomainState.RUNNING);
        assertInvalid(() -> acts.wakeUp(context, guest));
    }

    @Test
    void crashIsToldBeforeTheStop() throws Exception {
        try (AutoCloseable subscription =
                connection.facet(EventFacet.class).orElseThrow().subscribe(context, events::add)) {
            DomainRef guest = persistentGuest("<on_crash>destroy</on_crash>");
            acts.crash(context, guest);

            Awaitility.await().untilAsserted(() -> assertThat(types())
                    .endsWith(DomainLifecycleType.CRASHED, DomainLifecycleType.STOPPED));
            assertThat(subscription).isNotNull();
        }
    }

    private List<DomainLifecycleType> types() {
        List<DomainLifecycleType> types = new ArrayList<>();
        events.forEach(event -> {
            if (event instanceof ConnectionEvent.DomainLifecycle lifecycle) {
                types.add(lifecycle.type());
            }
        });
        return types;
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InnkeeperException.class)
                .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.OPERATION_INVALID));
    }
}
