package org.innkeeper.driver.qemu.node;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.model.NodeMemoryStats;

/** The memory of the host. */
public final class HostMemory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private HostMemory() {}

    /** How the memory of the host is used now. */
    public static NodeMemoryStats read() {
        try {
            return parse(Files.readAllLines(MEMINFO, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Not Linux: Java itself knows the two numbers that matter.
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new NodeMemoryStats(system.getTotalMemorySize() / 1024, system.getFreeMemorySize() / 1024, 0, 0);
        }
    }

    static NodeMemoryStats parse(List<String> lines) {
        Map<String, Long> values = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split("[: ]+");
            if (parts.length >= 2 && parts[1].matches("[0-9]{1,18}")) {
                values.put(parts[0], Long.parseLong(parts[1]));
            }
        }
        return new NodeMemoryStats(
                values.getOrDefault("MemTotal", 0L),
                values.getOrDefault("MemFree", 0L),
                values.getOrDefault("Buffers", 0L),
                values.getOrDefault("Cached", 0L));
    }
}
