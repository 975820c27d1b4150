package org.innkeeper.driver.xen.hypercall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.driver.xen.part.DeviceCounters;

/**
 * The counters that this domain's kernel keeps of the devices it gives to others: of disks in the files of their back ends,
 * of interfaces in its list of network devices. Disks served by a process instead of the kernel have none.
 */
final class BackEnds {
    private static final int SECTOR = 512;
    private static final int MAX_NUMBER = 24;

    /** Also those of blktap, whose counters have the same files. */
    private static final Pattern DISK = Pattern.compile("(?:vbd|tap)-(\\d{1,5})-(\\d{1,10})");

    private static final Pattern INTERFACE = Pattern.compile("(vif(\\d{1,5})\\.\\d{1,5}):\\s*(.*)");
    private static final int COLUMNS = 16;

    private final Path devices;
    private final Path interfaces;

    /**
     * @param sys where the kernel shows devices
     * @param proc where it shows the rest
     */
    BackEnds(Path sys, Path proc) {
        devices = sys.resolve("bus/xen-backend/devices");
        interfaces = proc.resolve("net/dev");
    }

    /** Whether there is anything to read. */
    boolean exist() {
        return Files.isDirectory(devices);
    }

    /** The counters of domains, by id; all is read once, however many domains there are. */
    Map<Integer, DeviceCounters> counters(Collection<Integer> ids) {
        Map<Integer, Map<String, BlockStats>> disks = new TreeMap<>();
        Map<Integer, Map<String, InterfaceStats>> nets = new TreeMap<>();
        try {
            readDisks(ids, disks);
            readInterfaces(ids, nets);
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorCode.SYSTEM_ERROR,
                    ErrorOrigin.XEN,
                    "The counters of devices cannot be read: " + e.getMessage(),
                    e);
        }
        Map<Integer, DeviceCounters> counters = new LinkedHashMap<>();
        for (int id : ids) {
            counters.put(id, new DeviceCounters(disks.getOrDefault(id, Map.of()), nets.getOrDefault(id, Map.of())));
        }
        return counters;
    }

    private void readDisks(Collection<Integer> ids, Map<Integer, Map<String, BlockStats>> disks) throws IOException {
        if (!exist()) {
            return;
        }
        Map<Integer, Map<Integer, Path>> found = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(devices)) {
            for (Path entry : entries) {
                Matcher name = DISK.matcher(entry.getFileName().toString());
                if (name.matches() && ids.contains(Integer.parseInt(name.group(1)))) {
                    long number = Long.parseLong(name.group(2));
                    found.computeIfAbsent(Integer.parseInt(name.group(1)), id -> new TreeMap<>())
                            .put((int) number, entry.resolve("statistics"));
                }
            }
        }
        found.forEach((id, ofDomain) -> {
            Map<String, BlockStats> stats = new LinkedHashMap<>();
            ofDomain.forEach((number, files) -> stats.put(DiskNames.of(number), disk(files)));
            disks.put(id, stats);
        });
    }

    private static BlockStats disk(Path files) {
        return new BlockStats(
                number(files.resolve("rd_req"), 1),
                number(files.resolve("rd_sect"), SECTOR),
                number(files.resolve("wr_req"), 1),
                number(files.resolve("wr_sect"), SECTOR),
                // Requests that found no room; the nearest to errors that the kernel counts.
                number(files.resolve("oo_req"), 1));
    }

    /** The number in a file, times a unit; -1 where it cannot be read, as of a device that is going. */
    private static long number(Path file, int unit) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, 0, Math.min(bytes.length, MAX_NUMBER), StandardCharsets.US_ASCII).trim();
            return text.matches("\\d{1,15}") ? Long.parseLong(text) * unit : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private void readInterfaces(Collection<Integer> ids, Map<Integer, Map<String, InterfaceStats>> nets)
            throws IOException {
        if (!Files.isReadable(interfaces)) {
            return;
        }
        for (String line : Files.readAllLines(interfaces, StandardCharsets.ISO_8859_1)) {
            Matcher match = INTERFACE.matcher(line.trim());
            if (!match.matches() || !ids.contains(Integer.parseInt(match.group(2)))) {
                continue;
            }
            String[] columns = match.group(3).trim().split("\\s+");
            if (columns.length >= COLUMNS) {
                nets.computeIfAbsent(Integer.parseInt(match.group(2)), id -> new TreeMap<>())
                        .put(match.group(1), guestView(columns));
            }
        }
    }

    /** What this side received, the guest sent. */
    private static InterfaceStats guestView(String[] columns) {
        return new InterfaceStats(
                count(columns[8]),
                count(columns[9]),
                count(columns[10]),
                count(columns[11]),
                count(columns[0]),
                count(columns[1]),
                count(columns[2]),
                count(columns[3]));
    }

    private static long count(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
