package org.innkeeper.core.xml.storage;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;

/** Fills in what a definition leaves open, and takes out what only the host can know, as libvirt does. */
public final class StoragePoolCompletion {
    private static final Map<String, String> DEFAULT_FORMAT = Map.of("logical", "lvm2", "netfs", "auto", "fs", "auto");

    private StoragePoolCompletion() {}

    /** Completes a definition in place; sizes become 0, for they are known only while the pool is active. */
    public static void complete(StoragePoolDocument pool) {
        String type = pool.get(StoragePoolProperties.TYPE).orElse("dir");
        if (pool.name().isBlank()) {
            pool.get(StoragePoolProperties.SOURCE_NAME).ifPresent(name -> pool.set(StoragePoolProperties.NAME, name));
        }
        if (type.equals("logical")
                && pool.get(StoragePoolProperties.SOURCE_NAME).isEmpty()) {
            pool.set(StoragePoolProperties.SOURCE_NAME, pool.name());
        }
        for (Property<Long> size : List.of(
                StoragePoolProperties.CAPACITY, StoragePoolProperties.ALLOCATION, StoragePoolProperties.AVAILABLE)) {
            pool.remove(size).set(size, 0L);
        }
        completeSource(pool, type);
        completeTarget(pool, type);
    }

    private static void completeSource(StoragePoolDocument pool, String type) {
        XmlElement root = pool.root();
        if (root.element("source") == null) {
            root.insert(new XmlElement("source"));
        }
        String format = DEFAULT_FORMAT.get(type);
        if (format != null && pool.get(StoragePoolProperties.SOURCE_FORMAT).isEmpty()) {
            pool.set(StoragePoolProperties.SOURCE_FORMAT, format);
        }
        for (XmlElement device : root.element("source").elements("device")) {
            device.elements("freeExtent").forEach(device::remove);
        }
    }

    private static void completeTarget(StoragePoolDocument pool, String type) {
        String path = pool.get(StoragePoolProperties.TARGET_PATH).orElse("");
        if (type.equals("logical")) {
            path = "/dev/" + pool.get(StoragePoolProperties.SOURCE_NAME).orElse(pool.name());
        }
        if (!path.isEmpty()) {
            pool.set(StoragePoolProperties.TARGET_PATH, cleanPath(path));
        }
        for (Property<Integer> owner : List.of(StoragePoolProperties.OWNER, StoragePoolProperties.GROUP)) {
            if (pool.get(owner).orElse(0) == -1) {
                pool.remove(owner);
            }
        }
    }

    /** Without repeated slashes and one at the end; two at the very start mean something and stay. */
    static String cleanPath(String path) {
        boolean network = path.startsWith("//") && !path.startsWith("///");
        String clean = path.replaceAll("/+", "/");
        if (clean.length() > 1 && clean.endsWith("/")) {
            clean = clean.substring(0, clean.length() - 1);
        }
        return network ? "/" + clean : clean;
    }
}
