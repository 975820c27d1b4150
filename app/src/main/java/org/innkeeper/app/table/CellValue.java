package org.innkeeper.app.table;

import org.innkeeper.app.session.GuestRates;

/** The number behind a cell of a live column: a share, KiB or bytes per second; NaN where there is none. */
public final class CellValue {
    private CellValue() {}

    public static double of(GuestColumn column, GuestRates rates) {
        return switch (column) {
            case CPU -> rates.cpu();
            case HOST_CPU -> rates.hostCpu();
            case MEMORY -> rates.memoryUsedKiB() < 0 ? Double.NaN : rates.memoryUsedKiB();
            case DISK -> rates.diskBytesPerSecond();
            case NETWORK -> rates.networkBytesPerSecond();
            case NAME, STATE, HOST, AUTOSTART, UUID -> Double.NaN;
        };
    }
}
