package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.table.Guests.guest;

import java.util.List;
import java.util.stream.IntStream;
import org.innkeeper.app.fixture.Gui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testfx.api.FxToolkit;

@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class GuestListModelTest {
    private volatile GuestRows rows = GuestRows.EMPTY;
    private final GuestListModel model = new GuestListModel(newest -> rows = newest);

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void rowsFollowTheFleetAndTheQuery() {
        model.setFleet(Guests.fleet(guest("b"), guest("a")));
        Gui.until("by name", () -> names().equals(List.of("a", "b")));
        model.setQuery(model.query().withText("b"));
        Gui.until("filtered", () -> names().equals(List.of("b")));
        model.setFleet(Guests.fleet(guest("b"), guest("b2")));
        Gui.until("a new guest", () -> names().equals(List.of("b", "b2")));
    }

    @Test
    void aLiveColumnReordersSeldomAndAQueryAtOnce() {
        model.setFleet(Guests.fleet(guest("a", 0.1f), guest("b", 0.9f)));
        model.setQuery(model.query().withSort(GuestColumn.CPU, false));
        Gui.until("busiest first", () -> names().equals(List.of("b", "a")));

        model.setFleet(Guests.fleet(guest("a", 0.95f), guest("b", 0.1f)));
        Gui.until("new values", () -> rows.get(0).rates().cpu() == 0.1f);
        assertThat(names()).as("within three seconds the order stays").containsExactly("b", "a");

        model.setQuery(model.query().withSort(GuestColumn.CPU, true));
        Gui.until("asked for", () -> names().equals(List.of("b", "a")));
        model.setQuery(model.query().withSort(GuestColumn.CPU, false));
        Gui.until("asked for again", () -> names().equals(List.of("a", "b")));
    }

    @Test
    void heldRowsNeverMoveUnderTheMouse() throws InterruptedException {
        model.setFleet(Guests.fleet(guest("a", 0.1f), guest("b", 0.9f)));
        model.setQuery(model.query().withSort(GuestColumn.CPU, false));
        Gui.until("busiest first", () -> names().equals(List.of("b", "a")));
        model.setHeld(true);
        long sorted = System.nanoTime();
        while (System.nanoTime() - sorted < 3_200_000_000L) {
            model.setFleet(Guests.fleet(guest("a", 0.95f), guest("b", 0.1f)));
            Thread.sleep(100);
            assertThat(names()).containsExactly("b", "a");
        }
        model.setHeld(false);
        model.setFleet(Guests.fleet(guest("a", 0.95f), guest("b", 0.1f)));
        Gui.until("let go", () -> names().equals(List.of("a", "b")));
    }

    private List<String> names() {
        GuestRows now = rows;
        return IntStream.range(0, now.size())
                .mapToObj(row -> now.get(row).name())
                .toList();
    }
}
