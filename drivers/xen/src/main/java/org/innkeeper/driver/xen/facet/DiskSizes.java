package org.innkeeper.driver.xen.facet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.GuestDisk;

/**
 * Where the disks of running domains are on the host, and how large they are. The places are kept for a run, so that
 * statistics of many domains need no definition of each.
 */
final class DiskSizes {
    private final Map<Integer, Map<String, GuestDisk>> disks = new ConcurrentHashMap<>();

    /** The disks of a run by their names in the guest. */
    Map<String, GuestDisk> of(int id, Supplier<XmlElement> liveDefinition) {
        return disks.computeIfAbsent(id, run -> read(liveDefinition.get()));
    }

    private static Map<String, GuestDisk> read(XmlElement definition) {
        Map<String, GuestDisk> found = new LinkedHashMap<>();
        new DomainView(definition, Dialect.LIBVIRT_3).disks().forEach(disk -> found.put(disk.target(), disk));
        return found;
    }

    /** Forgets the runs that are over. */
    void keepOnly(Set<Integer> ids) {
        disks.keySet().retainAll(ids);
    }

    /** Forgets all, since devices were added or removed. */
    void forget() {
        disks.clear();
    }

    /** The sizes of a disk; empty where this machine cannot tell: another format than raw, or a name that is no file's. */
    static Optional<BlockInfo> size(GuestDisk disk) {
        boolean raw = disk.format() == null
                || disk.format().equals("raw")
                || disk.format().equals("aio");
        if (!raw || disk.source() == null || !disk.source().startsWith("/")) {
            return Optional.empty();
        }
        Path path = Path.of(disk.source());
        try (RandomAccessFile file = Files.isReadable(path) ? new RandomAccessFile(path.toFile(), "r") : null) {
            if (file == null) {
                return Optional.empty();
            }
            long capacity = file.length();
            return Optional.of(new BlockInfo(capacity, capacity, capacity));
        } catch (IOException e) {
            System.getLogger(DiskSizes.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "the size of " + path + " cannot be told: " + e);
            return Optional.empty();
        }
    }
}
