package org.innkeeper.driver.openvz.stats;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;

/** The host itself, from the process file system. */
public final class HostFacts {
    private static final long NANOS_PER_TICK = 10_000_000;

    private final Path proc;

    /** @param proc the root of the process file system */
    public HostFacts(Path proc) {
        this.proc = proc;
    }

    public NodeMemoryStats memory() {
        Map<String, Long> values = new HashMap<>();
        for (String line : ProcText.lines(proc.resolve("meminfo"))) {
            String[] parts = line.split("[: ]+");
            if (parts.length >= 2) {
                values.put(parts[0], Math.max(0, ProcText.number(parts[1])));
            }
        }
        return new NodeMemoryStats(
                values.getOrDefault("MemTotal", 0L),
                values.getOrDefault("MemFree", 0L),
                values.getOrDefault("Buffers", 0L),
                values.getOrDefault("Cached", 0L));
    }

    /** CPU time of the host; empty where the kernel does not tell. */
    public Optional<NodeCpuStats> cpuTime() {
        for (String line : ProcText.lines(proc.resolve("stat"))) {
            String[] fields = line.strip().split("\\s+");
            if (fields[0].equals("cpu") && fields.length >= 8) {
                return Optional.of(new NodeCpuStats(
                        nanos(fields[1]) + nanos(fields[2]),
                        nanos(fields[3]) + nanos(fields[6]) + nanos(fields[7]),
                        nanos(fields[4]),
                        nanos(fields[5])));
            }
        }
        return Optional.empty();
    }

    private static long nanos(String ticks) {
        return Math.max(0, ProcText.number(ticks)) * NANOS_PER_TICK;
    }

    /** How many CPUs the host has, at least 1. */
    public int cpus() {
        return Math.max(1, (int)
                cpuLines().stream().filter(line -> line.startsWith("processor")).count());
    }

    private List<String> cpuLines() {
        return ProcText.lines(proc.resolve("cpuinfo"));
    }

    /** CPUs and memory. A host whose topology does not add up has that many sockets. */
    public NodeInfo info() {
        Set<String> sockets = new HashSet<>();
        int cores = 1;
        int siblings = 1;
        int mhz = 0;
        for (String line : cpuLines()) {
            String[] parts = line.split("\\s*:\\s*", 2);
            String value = parts.length == 2 ? parts[1].strip() : "";
            switch (parts[0].strip()) {
                case "physical id" -> sockets.add(value);
                case "cpu cores" -> cores = (int) Math.max(1, ProcText.number(value));
                case "siblings" -> siblings = (int) Math.max(1, ProcText.number(value));
                case "cpu MHz" -> mhz = (int) Math.max(0, ProcText.number(value.replaceFirst("\\..*", "")));
                default -> {
                    // The rest is not asked for.
                }
            }
        }
        int cpus = cpus();
        int threads = Math.max(1, siblings / cores);
        long memory = memory().total();
        return sockets.size() * cores * threads == cpus
                ? new NodeInfo(architecture(), memory, cpus, mhz, 1, sockets.size(), cores, threads)
                : new NodeInfo(architecture(), memory, cpus, mhz, 1, cpus, 1, 1);
    }

    /** The architecture, as {@code uname -m} gives it; OpenVZ has no other than Intel's two and a few that Java names so. */
    public static String architecture() {
        String arch = System.getProperty("os.arch");
        return switch (arch) {
            case "amd64" -> "x86_64";
            case "x86", "i386" -> "i686";
            default -> arch;
        };
    }
}
