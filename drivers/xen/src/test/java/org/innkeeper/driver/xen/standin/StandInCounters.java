package org.innkeeper.driver.xen.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files in which the kernel of Domain-0 counts what the devices of domains do. */
final class StandInCounters {
    /** What has been read and written of each disk when a domain begins. */
    static final Map<String, String> DISK =
            Map.of("rd_req", "10", "rd_sect", "80", "wr_req", "5", "wr_sect", "40", "oo_req", "0");

    private static final String HEAD = "Inter-|   Receive                                                |  Transmit\n"
            + " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo"
            + " colls carrier compressed\n";

    private final Path devices;
    private final Path interfaces;
    private final Map<String, String> lines = new TreeMap<>();

    StandInCounters(Path root) {
        devices = root.resolve("sys/bus/xen-backend/devices");
        interfaces = root.resolve("proc/net/dev");
    }

    void update(String what, StandInGuest domain) {
        try {
            remove(domain.id());
            if (!what.equals("end")) {
                for (StandInDevice device : domain.devices()) {
                    add(domain.id(), device);
                }
            }
            Files.writeString(interfaces, HEAD + String.join("", lines.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(int id) throws IOException {
        lines.keySet().removeIf(name -> name.startsWith("vif" + id + "."));
        try (var entries = Files.newDirectoryStream(devices, "*-" + id + "-*")) {
            for (Path entry : entries) {
                for (String name : DISK.keySet()) {
                    Files.deleteIfExists(entry.resolve("statistics").resolve(name));
                }
                Files.deleteIfExists(entry.resolve("statistics"));
                Files.delete(entry);
            }
        }
    }

    private void add(int id, StandInDevice device) throws IOException {
        if (device.isDisk()) {
            Path statistics = Files.createDirectories(
                    devices.resolve("vbd-" + id + "-" + device.number()).resolve("statistics"));
            for (Map.Entry<String, String> counter : DISK.entrySet()) {
                Files.writeString(statistics.resolve(counter.getKey()), counter.getValue() + "\n");
            }
        } else if (device.type().equals("vif")) {
            String name = "vif" + id + "." + device.number();
            String counters = String.join(
                    " ",
                    List.of("1000", "10", "0", "1", "0", "0", "0", "0", "2000", "20", "0", "2", "0", "0", "0", "0"));
            lines.put(name, "  " + name + ": " + counters + "\n");
        }
    }
}
