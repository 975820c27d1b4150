package org.innkeeper.app.table;

import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.spi.Feature;

/** What cells say, in words: for the screen, for assistive technology, and for the reason behind a dash. */
public final class CellText {
    private final Texts texts;

    public CellText(Texts texts) {
        this.texts = texts;
    }

    /** The title of a column. */
    public String title(GuestColumn column) {
        return texts.get(column.titleKey());
    }

    /** The state of a guest, and how it came to it where somebody may want to know. */
    public String stateAndReason(GuestSnapshot guest) {
        String key = "table.reason." + guest.state().name() + "." + guest.reason();
        return texts.has(key) ? texts.get("table.stateAndReason", state(guest), texts.get(key)) : state(guest);
    }

    /** The state of a guest in one or two words. */
    public String state(GuestSnapshot guest) {
        return texts.get("table.state." + guest.state().name());
    }

    /** The text of a cell; a dash where there is no value. */
    public String text(GuestColumn column, GuestSnapshot guest, HostSnapshot host) {
        return switch (column) {
            case NAME -> guest.name();
            case STATE -> state(guest);
            case HOST -> host == null ? Quantities.ABSENT : host.label();
            case CPU -> Quantities.percent(guest.rates().cpu());
            case HOST_CPU -> Quantities.percent(guest.rates().hostCpu());
            case MEMORY -> Quantities.kibibytes(guest.rates().memoryUsedKiB());
            case DISK -> Quantities.rate(guest.rates().diskBytesPerSecond());
            case NETWORK -> Quantities.rate(guest.rates().networkBytesPerSecond());
            case AUTOSTART -> guest.autostart() ? texts.get("table.autostart.yes") : Quantities.ABSENT;
            case UUID -> guest.key().uuid().toString();
        };
    }

    /** A number of the unit of a live column. */
    public String value(GuestColumn column, double value) {
        return switch (column) {
            case CPU, HOST_CPU -> Quantities.percent(value);
            case MEMORY -> Quantities.kibibytes(Double.isNaN(value) ? -1 : Math.round(value));
            default -> Quantities.rate(value);
        };
    }

    /** Why a live cell has no value. */
    public String reason(GuestColumn column, GuestSnapshot guest, HostSnapshot host) {
        if (host == null || !host.connected()) {
            return texts.get("table.absent.away");
        }
        if (!guest.domain().active()) {
            return texts.get("table.absent.off");
        }
        if (!host.supports(feature(column))) {
            return texts.get("table.absent.unsupported");
        }
        return texts.get("table.absent." + column.id());
    }

    private static Feature feature(GuestColumn column) {
        return switch (column) {
            case MEMORY -> Feature.STATS_MEMORY;
            case DISK -> Feature.STATS_BLOCK;
            case NETWORK -> Feature.STATS_INTERFACE;
            default -> Feature.STATS_CPU;
        };
    }

    /** A whole row in one sentence, for assistive technology. */
    public String row(GuestSnapshot guest, HostSnapshot host) {
        return texts.get(
                "table.row",
                guest.name(),
                state(guest),
                text(GuestColumn.CPU, guest, host),
                text(GuestColumn.MEMORY, guest, host),
                text(GuestColumn.HOST, guest, host));
    }

    String accessibleName() {
        return texts.get("table.accessible");
    }

    String sorted(GuestColumn column, boolean ascending) {
        return texts.get(ascending ? "table.sort.up" : "table.sort.down", title(column));
    }

    /** The title of a column that has to be shown and finds no room. */
    String titleLeftOut(GuestColumn column) {
        return texts.get("table.columns.leftOut", title(column));
    }

    String standardColumns() {
        return texts.get("table.columns.reset");
    }

    String hoverTitle(GuestColumn column, GuestSnapshot guest) {
        return texts.get("table.hover.title", guest.name(), title(column));
    }

    /** The numbers under the chart of the last minute. */
    String hoverNumbers(GuestColumn column, GuestSnapshot guest, double mean, double most) {
        String now = value(column, CellValue.of(column, guest.rates()));
        String line = texts.get("table.hover.numbers", now, value(column, mean), value(column, most));
        GuestRates rates = guest.rates();
        return switch (column) {
            case MEMORY -> line + '\n' + texts.get("table.hover.of", Quantities.kibibytes(rates.memoryMaxKiB()));
            case DISK ->
                line
                        + '\n'
                        + texts.get(
                                "table.hover.disk",
                                Quantities.rate(rates.diskReadBytesPerSecond()),
                                Quantities.rate(rates.diskWriteBytesPerSecond()));
            case NETWORK ->
                line
                        + '\n'
                        + texts.get(
                                "table.hover.network",
                                Quantities.rate(rates.rxBytesPerSecond()),
                                Quantities.rate(rates.txBytesPerSecond()));
            default -> line;
        };
    }
}
