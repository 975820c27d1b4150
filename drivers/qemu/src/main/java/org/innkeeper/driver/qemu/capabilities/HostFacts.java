package org.innkeeper.driver.qemu.capabilities;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.model.NodeInfo;

/**
 * What the capabilities document says of the host itself.
 *
 * @param uuid of the machine, or null where the system does not tell
 * @param vendor of its CPU, as libvirt writes it, or null
 * @param node the host in short
 * @param cells its NUMA cells, at least one
 */
public record HostFacts(UUID uuid, String vendor, NodeInfo node, List<Cell> cells) {
    /**
     * One NUMA cell.
     *
     * @param memory KiB, 0 where it is not known
     * @param cpus its logical CPUs
     */
    public record Cell(int id, long memory, List<LogicalCpu> cpus) {
        public Cell {
            cpus = List.copyOf(cpus);
        }
    }

    /**
     * One logical CPU.
     *
     * @param socket the number of its socket, -1 where it is not known
     * @param core the number of its core, -1 where it is not known
     * @param siblings the numbers of those of the same core, such as {@code 0,4}; empty where they are not known
     */
    public record LogicalCpu(int id, int socket, int core, String siblings) {}

    private static final System.Logger LOG = System.getLogger(HostFacts.class.getName());
    private static final Pattern CELL = Pattern.compile("node([0-9]+)");
    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+([0-9]+) kB");
    private static final Pattern VENDOR = Pattern.compile("(?m)^vendor_id\\s*:\\s*(\\S+)");
    private static final int LARGEST_FILE = 1 << 20;

    public HostFacts {
        cells = List.copyOf(cells);
    }

    /** This host. */
    public static HostFacts read(NodeInfo node) {
        return read(node, Path.of("/"));
    }

    /** The host whose system files are below {@code root}. */
    static HostFacts read(NodeInfo node, Path root) {
        List<Cell> cells = cells(root);
        if (cells.isEmpty()) {
            List<LogicalCpu> all = new ArrayList<>();
            for (int cpu = 0; cpu < node.cpus(); cpu++) {
                all.add(cpu(root, cpu));
            }
            cells = List.of(new Cell(0, node.memory(), all));
        }
        UUID uuid = text(root.resolve("etc/machine-id"))
                .flatMap(HostFacts::machineUuid)
                .orElse(null);
        String vendor =
                text(root.resolve("proc/cpuinfo")).map(HostFacts::vendor).orElse(null);
        return new HostFacts(uuid, vendor, node, cells);
    }

    private static Optional<UUID> machineUuid(String id) {
        Matcher parts = Pattern.compile(
                        "(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})")
                .matcher(id.strip());
        return parts.matches() ? Optional.of(UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5"))) : Optional.empty();
    }

    private static String vendor(String cpuinfo) {
        Matcher vendor = VENDOR.matcher(cpuinfo);
        if (!vendor.find()) {
            return null;
        }
        return switch (vendor.group(1)) {
            case "GenuineIntel" -> "Intel";
            case "AuthenticAMD" -> "AMD";
            case "HygonGenuine" -> "Hygon";
            default -> null;
        };
    }

    private static LogicalCpu cpu(Path root, int id) {
        Path topology = root.resolve("sys/devices/system/cpu/cpu" + id + "/topology");
        return new LogicalCpu(
                id,
                number(topology.resolve("physical_package_id")),
                number(topology.resolve("core_id")),
                text(topology.resolve("thread_siblings_list")).orElse("").strip());
    }

    private static int number(Path file) {
        String text = text(file).orElse("").strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static List<Cell> cells(Path root) {
        Path directory = root.resolve("sys/devices/system/node");
        List<Cell> cells = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return cells;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "node[0-9]*")) {
            for (Path entry : entries) {
                Matcher name = CELL.matcher(entry.getFileName().toString());
                if (name.matches()) {
                    Matcher memory =
                            MEMORY.matcher(text(entry.resolve("meminfo")).orElse(""));
                    List<LogicalCpu> cpus = numbers(
                                    text(entry.resolve("cpulist")).orElse(""))
                            .stream()
                            .map(id -> cpu(root, id))
                            .toList();
                    cells.add(new Cell(
                            Integer.parseInt(name.group(1)),
                            memory.find() ? Long.parseLong(memory.group(1)) : 0,
                            cpus));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "NUMA cells cannot be read: {0}", e.getMessage());
        }
        cells.sort((one, other) -> Integer.compare(one.id(), other.id()));
        return cells;
    }

    /** The numbers of a list like {@code 0-3,8}. */
    static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : list.strip().split(",")) {
            if (part.matches("\\d{1,6}(-\\d{1,6})?")) {
                String[] ends = part.split("-");
                for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                    numbers.add(i);
                }
            }
        }
        return numbers;
    }

    private static Optional<String> text(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LARGEST_FILE), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // Other systems, and containers, do not have it; the document then says less.
            return Optional.empty();
        }
    }
}
