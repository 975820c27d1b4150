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
     * @param cpus numbers of its logical CPUs
     */
    public record Cell(int id, long memory, List<Integer> cpus) {
        public Cell {
            cpus = List.copyOf(cpus);
        }
    }

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
        List<Cell> cells = cells(root.resolve("sys/devices/system/node"));
        if (cells.isEmpty()) {
            List<Integer> all = new ArrayList<>();
            for (int cpu = 0; cpu < node.cpus(); cpu++) {
                all.add(cpu);
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

    private static List<Cell> cells(Path directory) {
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
                    List<Integer> cpus = numbers(text(entry.resolve("cpulist")).orElse(""));
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
