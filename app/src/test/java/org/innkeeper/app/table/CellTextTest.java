package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.table.Guests.NEAR;
import static org.innkeeper.app.table.Guests.guest;
import static org.innkeeper.app.table.Guests.off;

import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellTextTest {
    private final CellText words = new CellText(new Texts(false));
    private final HostSnapshot host = Guests.host(NEAR, ConnectionState.CONNECTED);

    @ParameterizedTest
    @EnumSource(DomainState.class)
    void everyStateHasAWord(DomainState state) {
        assertThat(words.state(guest(NEAR, "a", state, 0))).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(GuestColumn.class)
    void everyColumnHasATitleAndATextForGuestsThatAreOff(GuestColumn column) {
        assertThat(words.title(column)).isNotBlank();
        assertThat(words.text(column, off("a"), host)).isNotBlank();
        if (column.live()) {
            assertThat(words.text(column, off("a"), host)).isEqualTo(Quantities.ABSENT);
            assertThat(words.reason(column, off("a"), host)).contains("not running");
        }
    }

    @Test
    void theReasonForADashNamesWhatIsMissing() {
        HostSnapshot away = Guests.host(NEAR, ConnectionState.LOST);
        assertThat(words.reason(GuestColumn.CPU, guest("a"), away)).contains("away");
        assertThat(words.reason(GuestColumn.DISK, guest("a"), host)).contains("does not report");
    }

    @Test
    void aRowIsOneSentenceForAssistiveTechnology() {
        assertThat(words.row(guest("web", 0.34f), host))
                .isEqualTo("web, Running, CPU 34\u202f%, memory 1\u202fMiB, on near.example");
    }
}
