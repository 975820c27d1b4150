package org.innkeeper.driver.qemu.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.innkeeper.core.model.NodeCpuStats;

/** CPU time of the whole host. */
public final class HostCpuTime {
    private static final Path STAT = Path.of("/proc/stat");
    private static final long NANOS_PER_TICK = 10_000_000;

    private HostCpuTime() {}

    /** CPU time since the host was started; empty where the system does not tell. */
    public static Optional<NodeCpuStats> read() {
        try (Stream<String> lines = Files.lines(STAT, StandardCharsets.US_ASCII)) {
            return lines.findFirst().flatMap(HostCpuTime::parse);
        } catch (IOException e) {
            // Only Linux has the file.
            return Optional.empty();
        }
    }

    /** The line "cpu", whose numbers are user, nice, system, idle, iowait, irq, softirq, steal and more, in ticks. */
    static Optional<NodeCpuStats> parse(String line) {
        String[] fields = line.trim().split("\\s+");
        if (fields.length < 8 || !fields[0].equals("cpu")) {
            return Optional.empty();
        }
        try {
            long user = Long.parseLong(fields[1]) + Long.parseLong(fields[2]);
            long kernel = Long.parseLong(fields[3]) + Long.parseLong(fields[6]) + Long.parseLong(fields[7]);
            long idle = Long.parseLong(fields[4]);
            long ioWait = Long.parseLong(fields[5]);
            return Optional.of(new NodeCpuStats(
                    user * NANOS_PER_TICK, kernel * NANOS_PER_TICK, idle * NANOS_PER_TICK, ioWait * NANOS_PER_TICK));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
