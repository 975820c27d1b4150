package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.sample.Sampler;
import org.innkeeper.core.event.ConnectionEvent.DomainLifecycle;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.TypedParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {
    private static final UUID WEB = new UUID(0, 1);
    private static final UUID DB = new UUID(0, 2);

    private final Inventory inventory = new Inventory(HostId.random());
    private final Sampler sampler = new Sampler();

    private static DomainStats stats(String name, UUID uuid, int id, DomainState state) {
        return new DomainStats(
                new DomainRef(name, uuid, id), 1, List.of(TypedParameter.ofInt("state.state", state.number())));
    }

    private void poll(long sent, DomainStats... all) {
        sampler.begin(1);
        inventory.beginPoll();
        inventory.polled(sent, Arrays.asList(all), sampler);
        inventory.endPoll(sent);
        sampler.end(null, null, 0);
    }

    private void event(DomainLifecycleType type, UUID uuid, int id) {
        inventory.event(new DomainLifecycle(new DomainRef(uuid == WEB ? "web" : "db", uuid, id), type, 0));
    }

    private GuestSnapshot guest(UUID uuid) {
        return inventory.snapshot().stream()
                .filter(guest -> guest.key().uuid().equals(uuid))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsTheGuestsTheLastPollToldOf() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING), stats("db", DB, 2, DomainState.RUNNING));
        assertThat(inventory.newest()).isEqualTo(2);

        event(DomainLifecycleType.STARTED, DB, 3);
        poll(0, stats("web", WEB, 1, DomainState.RUNNING));

        assertThat(inventory.snapshot()).hasSize(2);
        assertThat(inventory.newest()).isEqualTo(1);
    }

    @Test
    void guestsAreSortedByNameIgnoringCase() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING), stats("DB", DB, -1, DomainState.SHUT_OFF));

        assertThat(inventory.snapshot()).extracting(GuestSnapshot::name).containsExactly("DB", "web");
    }

    @Test
    void aPollThatWasSentBeforeAnEventIsIgnoredForThatGuest() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING), stats("db", DB, 2, DomainState.RUNNING));
        long sent = inventory.stamp();
        event(DomainLifecycleType.SUSPENDED, WEB, 1);

        poll(sent, stats("web", WEB, 1, DomainState.RUNNING), stats("db", DB, 2, DomainState.PAUSED));

        assertThat(guest(WEB).state()).isEqualTo(DomainState.PAUSED);
        assertThat(guest(DB).state()).isEqualTo(DomainState.PAUSED);

        poll(inventory.stamp(), stats("web", WEB, 1, DomainState.RUNNING), stats("db", DB, 2, DomainState.PAUSED));
        assertThat(guest(WEB).state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void aGuestThatWasUndefinedMeanwhileDoesNotComeBack() {
        poll(0, stats("web", WEB, -1, DomainState.SHUT_OFF));
        long sent = inventory.stamp();
        event(DomainLifecycleType.UNDEFINED, WEB, -1);

        poll(sent, stats("web", WEB, -1, DomainState.SHUT_OFF));

        assertThat(inventory.snapshot()).isEmpty();
    }

    @Test
    void aGuestThatWasDefinedMeanwhileDoesNotVanish() {
        long sent = inventory.stamp();
        event(DomainLifecycleType.DEFINED, WEB, -1);

        poll(sent);

        assertThat(guest(WEB).state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(inventory.takeListWanted()).isTrue();
    }

    @Test
    void aGuestThatThePollDoesNotKnowIsGone() {
        poll(0, stats("web", WEB, -1, DomainState.SHUT_OFF));

        poll(inventory.stamp());

        assertThat(inventory.snapshot()).isEmpty();
    }

    @Test
    void eventsMoveAGuestThroughItsLife() {
        event(DomainLifecycleType.DEFINED, WEB, -1);
        event(DomainLifecycleType.STARTED, WEB, 7);
        assertThat(guest(WEB).state()).isEqualTo(DomainState.RUNNING);
        assertThat(guest(WEB).domain().id()).isEqualTo(7);
        event(DomainLifecycleType.SHUTDOWN, WEB, 7);
        assertThat(guest(WEB).state()).isEqualTo(DomainState.SHUTTING_DOWN);
        event(DomainLifecycleType.STOPPED, WEB, -1);
        assertThat(guest(WEB).state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(guest(WEB).domain().active()).isFalse();
    }

    @Test
    void anEventTellsTheReasonOfTheStateItLeadsTo() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING));
        int ioError = 2;

        inventory.event(new DomainLifecycle(new DomainRef("web", WEB, 1), DomainLifecycleType.SUSPENDED, ioError));

        int pausedByIoError = 5;
        assertThat(guest(WEB).reason()).isEqualTo(pausedByIoError);
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, 0, 1",
        "RESUMED, 0, 5",
        "SUSPENDED, 0, 1",
        "STOPPED, 1, 2",
        "STOPPED, 5, 6",
        "CRASHED, 0, 1",
        "DEFINED, 0, 0",
        "STOPPED, 99, 0",
        "STOPPED, -1, 0"
    })
    void detailsOfEventsAndReasonsOfStatesAreNumberedApart(DomainLifecycleType type, int detail, int reason) {
        assertThat(EventReason.of(type, detail)).isEqualTo(reason);
    }

    @Test
    void aTransientGuestIsGoneWhenItStops() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING));
        inventory.lists(inventory.stamp(), Set.of(), Set.of());
        assertThat(guest(WEB).persistent()).isFalse();

        event(DomainLifecycleType.STOPPED, WEB, -1);

        assertThat(inventory.snapshot()).isEmpty();
    }

    @Test
    void undefiningARunningGuestMakesItTransient() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING));

        event(DomainLifecycleType.UNDEFINED, WEB, 1);

        assertThat(guest(WEB).persistent()).isFalse();
    }

    @Test
    void listsTellWhatStartsWithTheHost() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING), stats("db", DB, 2, DomainState.RUNNING));

        assertThat(inventory.takeListWanted()).as("asked for again").isTrue();
        inventory.lists(inventory.stamp(), Set.of(WEB, DB), Set.of(DB));

        assertThat(guest(WEB).autostart()).isFalse();
        assertThat(guest(DB).autostart()).isTrue();
        assertThat(inventory.takeListWanted()).isFalse();
    }

    @Test
    void listsThatWereAskedForBeforeAChangeAreAskedForAgain() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING));
        long sent = inventory.stamp();
        inventory.setAutostart(WEB, true);

        inventory.lists(sent, Set.of(WEB), Set.of());

        assertThat(guest(WEB).autostart()).isTrue();
        assertThat(inventory.takeListWanted()).isTrue();
    }

    @Test
    void whatDidNotChangeIsTheSameObject() {
        poll(0, stats("web", WEB, -1, DomainState.SHUT_OFF));
        GuestSnapshot before = guest(WEB);

        poll(inventory.stamp(), stats("web", WEB, -1, DomainState.SHUT_OFF));

        assertThat(guest(WEB)).isSameAs(before);
    }

    @Test
    void detailsThatWereReadWhileSomethingHappenedAreShownAndReadAgain() {
        poll(0, stats("web", WEB, 1, DomainState.RUNNING));
        long version = inventory.detailsVersion(WEB);
        inventory.status(new DomainRef("web", WEB, -1), DomainStatus.of(DomainState.SHUT_OFF));

        inventory.setDetails(WEB, details("old"), version, 100);

        assertThat(guest(WEB).title()).isEqualTo("old");
        assertThat(inventory.freshDetails(WEB)).isNull();
        assertThat(inventory.withoutDetails(List.of(WEB, DB), 0)).containsExactly(WEB);

        inventory.setDetails(WEB, details("new"), inventory.detailsVersion(WEB), 100);
        assertThat(inventory.withoutDetails(List.of(WEB), 100)).isEmpty();
        assertThat(inventory.withoutDetails(List.of(WEB), 101)).containsExactly(WEB);
        assertThat(inventory.freshDetails(WEB).title()).isEqualTo("new");
    }

    private static GuestDetails details(String title) {
        return new GuestDetails(title, null, null, "test", null, null, 1, 1, List.of(), List.of(), List.of());
    }
}
