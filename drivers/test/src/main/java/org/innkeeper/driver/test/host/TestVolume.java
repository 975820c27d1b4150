package org.innkeeper.driver.test.host;

import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** One storage volume. Used under the lock of its host, but for its content. */
public final class TestVolume {
    private final VolumeRef ref;
    private final String path;
    private final int type;
    private final String definition;
    private final VolumeContent content = new VolumeContent();
    private long capacity;
    private long allocation;

    /** @param definition the XML it was made with */
    TestVolume(VolumeRef ref, String path, int type, String definition, long capacity, long allocation) {
        this.ref = ref;
        this.path = path;
        this.type = type;
        this.definition = definition;
        this.capacity = capacity;
        this.allocation = allocation;
    }

    public VolumeRef ref() {
        return ref;
    }

    public String name() {
        return ref.name();
    }

    public String path() {
        return path;
    }

    public VolumeContent content() {
        return content;
    }

    public long capacity() {
        return capacity;
    }

    public long allocation() {
        return Math.max(allocation, content.allocated());
    }

    void resize(long newCapacity, long newAllocation) {
        capacity = newCapacity;
        allocation = newAllocation;
    }

    public VolumeInfo info() {
        return new VolumeInfo(type, capacity, allocation());
    }

    public String xml() {
        XmlDocument document = XmlDocument.parse(definition);
        XmlElement root = document.root();
        root.setAttribute("type", typeName());
        XmlReading.setText(root, "key", ref.key());
        XmlReading.setText(root, "capacity", Long.toString(capacity)).setAttribute("unit", "bytes");
        XmlReading.setText(root, "allocation", Long.toString(allocation())).setAttribute("unit", "bytes");
        XmlElement target = root.element("target");
        if (target == null) {
            target = new XmlElement("target");
            root.insert(target);
        }
        XmlReading.setText(target, "path", path);
        return document.toText();
    }

    private String typeName() {
        return switch (type) {
            case VolumeInfo.BLOCK -> "block";
            case VolumeInfo.DIRECTORY -> "dir";
            case VolumeInfo.NETWORK -> "network";
            default -> "file";
        };
    }
}
