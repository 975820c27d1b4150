package org.innkeeper.driver.test.host;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** One storage pool and its volumes. Used under the lock of its host. */
public final class TestPool {
    private static final long DEFAULT_CAPACITY = 107_374_182_400L;
    private static final Set<String> BLOCK_TYPES = Set.of("logical", "disk", "iscsi", "iscsi-direct", "scsi", "mpath");
    private static final Set<String> NETWORK_TYPES = Set.of("rbd", "sheepdog", "gluster");

    private final StoragePoolRef ref;
    private final Map<String, TestVolume> volumes = new LinkedHashMap<>();
    private String definition;
    private String type;
    private String path;
    private long capacity;
    private boolean active;
    private boolean persistent;
    private boolean autostart;

    TestPool(String name, UUID uuid) {
        ref = new StoragePoolRef(name, uuid);
    }

    void define(XmlDocument document) {
        XmlElement root = document.root();
        definition = document.toText();
        type = root.attribute("type");
        XmlElement target = root.element("target");
        String given = target == null ? null : XmlReading.text(target, "path");
        path = given == null ? "/" + ref.name() : given;
        XmlElement size = root.element("capacity");
        capacity = size == null || size.text().isBlank() ? DEFAULT_CAPACITY : XmlReading.bytes(size, "bytes");
        if (capacity == 0) {
            capacity = DEFAULT_CAPACITY;
        }
    }

    public StoragePoolRef ref() {
        return ref;
    }

    public String name() {
        return ref.name();
    }

    /** The directory, or what stands for it. */
    public String path() {
        return path;
    }

    public boolean isActive() {
        return active;
    }

    void setActive(boolean value) {
        active = value;
    }

    public boolean isPersistent() {
        return persistent;
    }

    void setPersistent(boolean value) {
        persistent = value;
    }

    public boolean autostart() {
        return autostart;
    }

    void setAutostart(boolean value) {
        autostart = value;
    }

    public Collection<TestVolume> volumes() {
        return Collections.unmodifiableCollection(volumes.values());
    }

    /** The volume of that name, or null. */
    public TestVolume volume(String name) {
        return volumes.get(name);
    }

    void add(TestVolume volume) {
        volumes.put(volume.name(), volume);
    }

    void remove(TestVolume volume) {
        volumes.remove(volume.name());
    }

    void clear() {
        volumes.clear();
    }

    /** What kind of volume this kind of pool has. */
    int volumeType() {
        if (BLOCK_TYPES.contains(type)) {
            return VolumeInfo.BLOCK;
        }
        return NETWORK_TYPES.contains(type) ? VolumeInfo.NETWORK : VolumeInfo.FILE;
    }

    public long allocation() {
        return volumes.values().stream().mapToLong(TestVolume::allocation).sum();
    }

    public long available() {
        return Math.max(0, capacity - allocation());
    }

    public StoragePoolInfo info() {
        return active
                ? new StoragePoolInfo(StoragePoolInfo.RUNNING, capacity, allocation(), available())
                : new StoragePoolInfo(StoragePoolInfo.INACTIVE, 0, 0, 0);
    }

    public String xml() {
        XmlDocument document = XmlDocument.parse(definition);
        XmlElement root = document.root();
        if (active) {
            XmlReading.setText(root, "capacity", Long.toString(capacity)).setAttribute("unit", "bytes");
            XmlReading.setText(root, "allocation", Long.toString(allocation())).setAttribute("unit", "bytes");
            XmlReading.setText(root, "available", Long.toString(available())).setAttribute("unit", "bytes");
        }
        return document.toText();
    }

    /** The XML it was defined with. */
    public String definition() {
        return definition;
    }
}
