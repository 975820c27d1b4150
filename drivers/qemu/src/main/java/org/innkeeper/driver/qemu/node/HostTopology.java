package org.innkeeper.driver.qemu.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.model.NodeInfo;

/** The CPUs and NUMA nodes of the host, as sysfs and procfs show them. */
public final class HostTopology {
    private static final System.Logger LOG = System.getLogger(HostTopology.class.getName());
    private static final Pattern CPU = Pattern.compile("cpu[0-9]+");
    private static final Pattern NODE = Pattern.compile("node[0-9]+");
    private static final Pattern MHZ = Pattern.compile("cpu MHz\\s*:\\s*([0-9]+).*");
    private static final Pattern FREE = Pattern.compile("Node [0-9]+ MemFree:\\s+([0-9]+) kB");

    private final Path sys;
    private final Path proc;

    /** This host. */
    public HostTopology() {
        this(Path.of("/sys"), Path.of("/proc"));
    }

    HostTopology(Path sys, Path proc) {
        this.sys = sys;
        this.proc = proc;
    }

    /**
     * The host in short.
     *
     * @param arch its architecture, as {@code uname -m} gives it
     * @param memory all of its memory, KiB
     */
    public NodeInfo read(String arch, long memory) {
        Set<String> packages = new HashSet<>();
        Set<String> cores = new HashSet<>();
        int cpus = 0;
        for (Path cpu : entries(sys.resolve("devices/system/cpu"), CPU)) {
            String socket = text(cpu.resolve("topology/physical_package_id"));
            if (!socket.isEmpty()) {
                cpus++;
                packages.add(socket);
                cores.add(socket + "/" + text(cpu.resolve("topology/core_id")));
            }
        }
        if (cpus == 0) {
            int count = Runtime.getRuntime().availableProcessors();
            return new NodeInfo(arch, memory, count, mhz(), 1, 1, count, 1);
        }
        int nodes = Math.max(1, nodes().size());
        int sockets = Math.max(1, packages.size() / nodes);
        int coresPerSocket = Math.max(1, cores.size() / packages.size());
        int threads = Math.max(1, cpus / cores.size());
        boolean regular = nodes * sockets * coresPerSocket * threads == cpus;
        return regular
                ? new NodeInfo(arch, memory, cpus, mhz(), nodes, sockets, coresPerSocket, threads)
                : new NodeInfo(arch, memory, cpus, mhz(), 1, 1, cpus, 1);
    }

    /** Free memory of each NUMA node, bytes; empty where the system shows none. */
    public List<Long> freeMemoryOfNodes() {
        List<Long> free = new ArrayList<>();
        for (Path node : nodes()) {
            Matcher line = FREE.matcher(text(node.resolve("meminfo")));
            free.add(line.find() ? Long.parseLong(line.group(1)) * 1024 : 0);
        }
        return free;
    }

    private List<Path> nodes() {
        return entries(sys.resolve("devices/system/node"), NODE);
    }

    private int mhz() {
        return text(proc.resolve("cpuinfo"))
                .lines()
                .map(MHZ::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.parseInt(m.group(1)))
                .findFirst()
                .orElse(0);
    }

    private static List<Path> entries(Path directory, Pattern name) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
                all.forEach(entry -> {
                    if (name.matcher(entry.getFileName().toString()).matches()) {
                        found.add(entry);
                    }
                });
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "reading " + directory, e);
            }
        }
        found.sort(Comparator.comparing((Path p) -> p.toString().length()).thenComparing(p -> p));
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            // A CPU that is offline, or a system without such files.
            return "";
        }
    }
}
