package org.innkeeper.driver.xen.xl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The table that {@code xl vcpu-list} prints: name, id, number, CPU, state, seconds, affinity. */
final class VcpuTable {
    private static final Pattern ROW = Pattern.compile(".*?\\s+\\d{1,5}\\s+(\\d{1,5})\\s+(\\d{1,5}|-)\\s+([a-z-]{3})"
            + "\\s+(\\d{1,12})\\.(\\d)\\s+(all|[0-9,-]+)(?:\\s*/.*|\\s*)");
    private static final long NANOS_PER_TENTH = 100_000_000L;
    private static final String NOWHERE = "-";

    private VcpuTable() {}

    /**
     * Every virtual CPU of the table, offline ones too.
     *
     * @param cpus how many the host has
     */
    static List<VcpuInfo> parse(String text, int cpus) {
        List<VcpuInfo> vcpus = new ArrayList<>();
        for (String line : text.lines().skip(1).toList()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                throw XenErrors.malformed(ErrorOrigin.XENXL, "xl vcpu-list said '" + line + "', which is no vcpu");
            }
            long tenths = Long.parseLong(row.group(4)) * 10 + Long.parseLong(row.group(5));
            boolean offline = row.group(2).equals(NOWHERE);
            vcpus.add(new VcpuInfo(
                    Integer.parseInt(row.group(1)),
                    offline ? VcpuInfo.OFFLINE : row.group(3).indexOf('b') >= 0 ? VcpuInfo.BLOCKED : VcpuInfo.RUNNING,
                    tenths * NANOS_PER_TENTH,
                    offline ? -1 : Integer.parseInt(row.group(2)),
                    CpuList.parse(row.group(6), cpus)));
        }
        return vcpus;
    }
}
