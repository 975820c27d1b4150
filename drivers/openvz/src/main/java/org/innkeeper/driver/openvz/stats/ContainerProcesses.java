package org.innkeeper.driver.openvz.stats;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first process of each container. Below its directory the kernel shows the container's own network, which the host's
 * tables do not tell apart. OpenVZ's kernels say in {@code /proc/PID/status} whose a process is. For any thread.
 */
public final class ContainerProcesses {
    private static final Logger LOG = System.getLogger(ContainerProcesses.class.getName());
    private static final String CONTAINER = "envID:";
    private static final String INNER_PID = "VPid:";

    /** Looking through all processes costs much, so one that is not found is not looked for at every tick. */
    private static final long PAUSE = Duration.ofSeconds(30).toNanos();

    private final Path proc;
    private final Map<Integer, Path> found = new HashMap<>();
    private long lastSearch = System.nanoTime() - PAUSE;

    /** @param proc the root of the process file system */
    public ContainerProcesses(Path proc) {
        this.proc = proc;
    }

    /** The directory of the first process of a running container; empty where the kernel does not tell. */
    public synchronized Optional<Path> init(int veid) {
        Path known = found.get(veid);
        if (known != null && containerOf(known) == veid) {
            return Optional.of(known);
        }
        found.remove(veid);
        if (System.nanoTime() - lastSearch >= PAUSE) {
            lastSearch = System.nanoTime();
            search();
        }
        return Optional.ofNullable(found.get(veid));
    }

    private void search() {
        found.clear();
        try (Stream<Path> processes = Files.list(proc)) {
            processes
                    .filter(directory -> directory.getFileName().toString().matches("[0-9]+"))
                    .forEach(directory -> {
                        int veid = containerOf(directory);
                        if (veid > 0) {
                            found.put(veid, directory);
                        }
                    });
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} cannot be listed: {1}", proc, e);
        }
    }

    /** Whose first process it is, 0 where it is none. */
    private static int containerOf(Path process) {
        List<String> lines = ProcText.lines(process.resolve("status"));
        boolean first = lines.stream().anyMatch(line -> line.startsWith(INNER_PID) && value(line) == 1);
        return first
                ? lines.stream()
                        .filter(line -> line.startsWith(CONTAINER))
                        .mapToInt(line -> (int) value(line))
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    private static long value(String line) {
        return ProcText.number(line.substring(line.indexOf(':') + 1).strip());
    }
}
