package org.innkeeper.app.delete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.Test;

class DefinitionReadingTest {
    private final Map<GuestKey, CompletableFuture<GuestDetails>> asked = new LinkedHashMap<>();
    private final AtomicInteger known = new AtomicInteger();
    private final List<GuestSnapshot> guests =
            IntStream.range(0, 20).mapToObj(DefinitionReadingTest::guest).toList();
    private final DefinitionReading reading = new DefinitionReading(
            key -> asked.computeIfAbsent(key, other -> new CompletableFuture<>()), guests, known::incrementAndGet);

    private static GuestSnapshot guest(int number) {
        UUID uuid = new UUID(0, number + 1);
        return new GuestSnapshot(
                new GuestKey(new HostId("h"), uuid),
                new DomainRef("guest-" + number, uuid, DomainRef.INACTIVE),
                DomainState.SHUT_OFF,
                0,
                true,
                false,
                1,
                null,
                GuestRates.UNKNOWN);
    }

    private void answerAll() {
        GuestDetails details =
                new GuestDetails(null, null, null, "test", null, null, 1, 1024, List.of(), List.of(), List.of());
        new ArrayList<>(asked.values()).forEach(answer -> answer.complete(details));
    }

    @Test
    void aFewAreAskedAtATimeUntilAllAreKnown() {
        CompletableFuture<Map<GuestSnapshot, GuestDetails>> all = reading.read();
        assertThat(asked).hasSize(8);
        answerAll();
        assertThat(known).hasValue(8);
        assertThat(asked).hasSize(16);
        answerAll();
        answerAll();
        assertThat(all).isCompleted();
        assertThat(all.join()).containsOnlyKeys(guests);
        assertThat(known).hasValue(20);
    }

    @Test
    void whenNobodyWantsToKnowNoMoreAreAsked() {
        reading.read();
        reading.stop();
        answerAll();
        assertThat(asked).hasSize(8);
        assertThat(known).hasValue(0);
    }

    @Test
    void theFirstThatCannotBeReadEndsIt() {
        CompletableFuture<Map<GuestSnapshot, GuestDetails>> all = reading.read();
        asked.values().iterator().next().completeExceptionally(new IllegalStateException("gone"));
        answerAll();
        assertThat(all).isCompletedExceptionally();
        assertThat(asked).hasSize(8);
    }
}
