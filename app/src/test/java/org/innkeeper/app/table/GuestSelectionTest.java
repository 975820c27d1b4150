package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.table.Guests.guest;

import java.util.List;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.junit.jupiter.api.Test;

class GuestSelectionTest {
    private final GuestRows rows = Guests.rows(guest("a"), guest("b"), guest("c"), guest("d"));
    private final GuestSelection selection = new GuestSelection();

    @Test
    void oneReplacesWhatWasSelected() {
        selection.only(key(0));
        selection.only(key(2));
        assertThat(selected()).containsExactly("c");
        assertThat(selection.focus()).isEqualTo(key(2));
    }

    @Test
    void togglingAddsAndTakesAway() {
        selection.only(key(0));
        selection.toggle(key(2));
        assertThat(selected()).containsExactly("a", "c");
        selection.toggle(key(0));
        assertThat(selected()).containsExactly("c");
    }

    @Test
    void aRangeStartsAtTheAnchorAndCanTurnRound() {
        selection.only(key(1));
        selection.extend(rows, 3, false);
        assertThat(selected()).containsExactly("b", "c", "d");
        selection.extend(rows, 0, false);
        assertThat(selected()).containsExactly("a", "b");
        assertThat(selection.focus()).isEqualTo(key(0));
    }

    @Test
    void aRangeCanBeAddedToWhatIsSelected() {
        selection.only(key(0));
        selection.toggle(key(2));
        selection.extend(rows, 3, true);
        assertThat(selected()).containsExactly("a", "c", "d");
    }

    @Test
    void aRangeWithoutAnAnchorStartsAtTheTop() {
        selection.extend(rows, 1, false);
        assertThat(selected()).containsExactly("a", "b");
    }

    @Test
    void allMeansEveryRow() {
        selection.all(rows);
        assertThat(selection.size()).isEqualTo(4);
        assertThat(selection.focus()).isEqualTo(key(0));
        selection.clear();
        assertThat(selection.isEmpty()).isTrue();
    }

    @Test
    void whatIsGoneIsDroppedWithFocusAndAnchor() {
        selection.all(rows);
        selection.only(key(3));
        selection.toggle(key(0));
        GuestRows fewer = Guests.rows(guest("b"), guest("d"));

        assertThat(selection.retain(fewer)).isTrue();

        assertThat(selection.keys()).containsExactly(key(3));
        assertThat(selection.focus()).isNull();
        assertThat(selection.retain(fewer)).isFalse();
    }

    @Test
    void manyAreGivenInTheOrderOfTheRows() {
        GuestSnapshot[] many = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> guest("g" + i))
                .toArray(GuestSnapshot[]::new);
        GuestRows large = Guests.rows(many);
        selection.all(large);
        assertThat(large.select(selection)).containsExactly(many);
    }

    private GuestKey key(int row) {
        return rows.get(row).key();
    }

    private List<String> selected() {
        return rows.select(selection).stream().map(GuestSnapshot::name).toList();
    }
}
