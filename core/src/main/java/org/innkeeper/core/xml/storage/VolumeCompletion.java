package org.innkeeper.core.xml.storage;

import java.util.List;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;

/** Brings a volume's definition into the form libvirt keeps: sizes in bytes, no times, the defaults of its format. */
public final class VolumeCompletion {
    private VolumeCompletion() {}

    /** Completes a definition in place for a pool of that type. */
    public static void complete(VolumeDocument volume, String poolType) {
        boolean files = List.of("dir", "fs", "netfs").contains(poolType);
        if (files && volume.get(VolumeProperties.TYPE).isEmpty()) {
            volume.set(VolumeProperties.TYPE, "file");
        }
        for (Property<Long> size : List.of(VolumeProperties.CAPACITY, VolumeProperties.ALLOCATION)) {
            volume.get(size).ifPresent(bytes -> volume.remove(size).set(size, bytes));
        }
        dropSource(volume.root());
        completeTarget(volume, files);
    }

    private static void dropSource(XmlElement root) {
        XmlElement source = root.element("source");
        if (source != null) {
            root.remove(source);
        }
    }

    private static void completeTarget(VolumeDocument volume, boolean files) {
        if (files && volume.get(VolumeProperties.FORMAT).isEmpty()) {
            volume.set(VolumeProperties.FORMAT, "raw");
        }
        for (Property<String> time : List.of(
                VolumeProperties.ACCESS_TIME, VolumeProperties.MODIFICATION_TIME, VolumeProperties.CHANGE_TIME)) {
            volume.remove(time);
        }
        volume.get(VolumeProperties.MODE).ifPresent(mode -> {
            String digits = mode.strip().replaceFirst("^0+", "");
            volume.set(VolumeProperties.MODE, "0" + (digits.isEmpty() ? "0" : digits));
        });
        for (Property<Integer> owner : List.of(VolumeProperties.OWNER, VolumeProperties.GROUP)) {
            volume.get(owner).ifPresent(id -> volume.remove(owner).set(owner, id));
        }
        volume.get(VolumeProperties.CLUSTER_SIZE).ifPresent(bytes -> {
            volume.remove(VolumeProperties.CLUSTER_SIZE).set(VolumeProperties.CLUSTER_SIZE, bytes);
            volume.root().element("target").element("clusterSize").setAttribute("unit", "B");
        });
        XmlElement target = volume.root().element("target");
        boolean modern = target != null && target.element("features") != null
                || volume.get(VolumeProperties.CLUSTER_SIZE).isPresent();
        if (modern && volume.get(VolumeProperties.COMPATIBILITY).isEmpty()) {
            volume.set(VolumeProperties.COMPATIBILITY, "1.1");
        }
    }
}
