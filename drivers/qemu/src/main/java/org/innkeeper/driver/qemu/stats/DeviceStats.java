package org.innkeeper.driver.qemu.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;

/** Statistics of one device of one guest. */
public final class DeviceStats {
    private DeviceStats() {}

    /**
     * Counters of a disk.
     *
     * @param disk target or source, empty for the sum of all
     */
    public static BlockStats block(CallContext context, Guest guest, String disk) {
        ActiveRun run = guest.requireRun();
        JsonNode entries = run.requireMonitor(context, guest).execute(context, "query-blockstats");
        List<DiskNode> disks = disk.isEmpty() ? DiskNode.of(run) : List.of(find(run, guest, disk));
        BlockStats sum = new BlockStats(0, 0, 0, 0, -1);
        for (DiskNode node : disks) {
            JsonNode entry = node.find(entries);
            if (entry != null) {
                JsonNode stats = entry.path("stats");
                sum = new BlockStats(
                        sum.readRequests() + stats.path("rd_operations").asLong(),
                        sum.readBytes() + stats.path("rd_bytes").asLong(),
                        sum.writeRequests() + stats.path("wr_operations").asLong(),
                        sum.writeBytes() + stats.path("wr_bytes").asLong(),
                        -1);
            }
        }
        return sum;
    }

    private static DiskNode find(ActiveRun run, Guest guest, String disk) {
        return DiskNode.of(run).stream()
                .filter(node -> disk.equals(node.target()) || disk.equals(node.source()))
                .findFirst()
                .orElseThrow(() -> noDevice(guest, "disk", disk));
    }

    /**
     * Counters of an interface.
     *
     * @param device the host's end or the MAC address
     */
    public static InterfaceStats networkInterface(Guest guest, String device) {
        ActiveRun run = guest.requireRun();
        for (XmlElement element : run.live().devices("interface")) {
            String name = attribute(element, "target", "dev");
            String mac = attribute(element, "mac", "address");
            if (device.equals(name) || device.equalsIgnoreCase(mac)) {
                InterfaceStats stats =
                        name == null ? null : InterfaceCounters.read().of(name);
                if (stats == null) {
                    throw new InnkeeperException(
                            ErrorCode.OPERATION_UNSUPPORTED,
                            ErrorOrigin.QEMU,
                            "interface '" + device + "' has no counters: networking of type '"
                                    + element.attribute("type") + "' has no end on the host");
                }
                return stats;
            }
        }
        throw noDevice(guest, "interface", device);
    }

    /**
     * Sizes of a disk; those of an inactive guest are what the image says.
     *
     * @param disk target or source
     */
    public static BlockInfo blockInfo(CallContext context, Guest guest, String disk) {
        Optional<ActiveRun> run = guest.view().run();
        if (run.isEmpty()) {
            return ImageFile.info(context, find(guest, disk));
        }
        DiskNode node = find(run.get(), guest, disk);
        JsonNode entry = node.find(run.get().requireMonitor(context, guest).execute(context, "query-block"));
        JsonNode image = entry == null ? null : entry.path("inserted").path("image");
        if (image == null || !image.has("virtual-size")) {
            throw new InnkeeperException(
                    ErrorCode.OPERATION_INVALID, ErrorOrigin.QEMU, "disk '" + disk + "' has no medium");
        }
        long capacity = image.path("virtual-size").asLong();
        long allocation = image.path("actual-size").asLong(capacity);
        return new BlockInfo(
                capacity, allocation, StatsWriter.physicalSize(node.source()).orElse(allocation));
    }

    private static XmlElement find(Guest guest, String disk) {
        return guest.view().stored().devices("disk").stream()
                .filter(element -> disk.equals(attribute(element, "target", "dev"))
                        || disk.equals(attribute(element, "source", "file"))
                        || disk.equals(attribute(element, "source", "dev")))
                .findFirst()
                .orElseThrow(() -> noDevice(guest, "disk", disk));
    }

    static String attribute(XmlElement element, String child, String name) {
        XmlElement found = element.element(child);
        return found == null ? null : found.attribute(name);
    }

    private static InnkeeperException noDevice(Guest guest, String kind, String name) {
        return GuestErrors.invalidArgument("domain '" + guest.view().name() + "' has no " + kind + " '" + name + "'");
    }
}
