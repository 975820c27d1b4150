package org.innkeeper.app.table;

import java.util.List;
import java.util.Optional;
import org.innkeeper.app.session.Metric;

/** A column of the table: what it shows and how wide it likes to be. Widths are in pixels of the scene. */
public enum GuestColumn {
    NAME("name", 184, 164, 96, 420, List.of()),
    STATE("state", 94, 94, 56, 120, List.of()),
    HOST("host", 112, 92, 56, 200, List.of()),
    CPU("cpu", 98, 80, 56, 220, List.of(Metric.CPU)),
    HOST_CPU("hostCpu", 98, 80, 56, 220, List.of(Metric.HOST_CPU)),
    MEMORY("memory", 114, 100, 56, 220, List.of(Metric.MEMORY)),
    DISK("disk", 116, 100, 56, 220, List.of(Metric.DISK_READ, Metric.DISK_WRITE)),
    NETWORK("network", 116, 100, 56, 220, List.of(Metric.RX, Metric.TX)),
    AUTOSTART("autostart", 84, 84, 56, 120, List.of()),
    UUID("uuid", 290, 290, 80, 320, List.of());

    private final String id;
    private final double width;
    private final double snugWidth;
    private final double minimumWidth;
    private final double comfortableWidth;
    private final List<Metric> metrics;

    GuestColumn(
            String id,
            double width,
            double snugWidth,
            double minimumWidth,
            double comfortableWidth,
            List<Metric> metrics) {
        this.id = id;
        this.width = width;
        this.snugWidth = snugWidth;
        this.minimumWidth = minimumWidth;
        this.comfortableWidth = comfortableWidth;
        this.metrics = metrics;
    }

    /** The name in settings and in the keys of texts. */
    public String id() {
        return id;
    }

    /** The key of the title. */
    public String titleKey() {
        return "table.column." + id;
    }

    public double width() {
        return width;
    }

    /** Down to this width a column gives way where there is too little room. */
    public double snugWidth() {
        return snugWidth;
    }

    /** As narrow as a user may drag it. */
    public double minimumWidth() {
        return minimumWidth;
    }

    /** Up to this width a column takes part of the room that is left over. */
    public double comfortableWidth() {
        return comfortableWidth;
    }

    /** What its sparkline sums up; empty for a column without one. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** Whether its values change from one tick to the next. */
    public boolean live() {
        return !metrics.isEmpty();
    }

    /** Whether a first start shows it. The host column comes and goes by itself. */
    public boolean shownAtFirst() {
        return this != AUTOSTART && this != UUID && this != HOST;
    }

    static Optional<GuestColumn> ofId(String id) {
        for (GuestColumn column : values()) {
            if (column.id.equals(id)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
