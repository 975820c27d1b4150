package org.innkeeper.app.table;

import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/**
 * What the hosts of a scope do all together.
 *
 * @param guests how many guests there are
 * @param running how many of them run
 * @param cpus CPUs of the connected hosts that tell how busy they are
 * @param cpu share of all CPUs of the connected hosts, 0 to 1; NaN where none tells it
 * @param memoryUsedKiB memory in use on the connected hosts, KiB
 * @param memoryTotalKiB all memory of the connected hosts, KiB; 0 where none tells it
 */
public record ScopeTotals(int guests, int running, int cpus, double cpu, long memoryUsedKiB, long memoryTotalKiB) {
    /** @param scope the host, or null for all */
    static ScopeTotals of(FleetSnapshot fleet, HostId scope) {
        int guests = 0;
        int running = 0;
        double busy = 0;
        int cpus = 0;
        long used = 0;
        long total = 0;
        for (HostSnapshot host : fleet.hosts()) {
            if (scope != null && !scope.equals(host.id())) {
                continue;
            }
            guests += host.guests().size();
            for (GuestSnapshot guest : host.guests()) {
                running += guest.running() ? 1 : 0;
            }
            if (host.connected()
                    && host.node() != null
                    && !Double.isNaN(host.load().cpu())) {
                busy += host.load().cpu() * host.node().cpus();
                cpus += host.node().cpus();
            }
            if (host.connected() && host.load().memoryTotalKiB() > 0) {
                used += Math.max(0, host.load().memoryUsedKiB());
                total += host.load().memoryTotalKiB();
            }
        }
        return new ScopeTotals(guests, running, cpus, cpus == 0 ? Double.NaN : busy / cpus, used, total);
    }
}
