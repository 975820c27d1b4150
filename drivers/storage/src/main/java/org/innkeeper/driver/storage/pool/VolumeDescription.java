package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.storage.image.ImageFormat;
import org.innkeeper.driver.storage.image.ImageHeader;
import org.innkeeper.driver.storage.image.ImageInfo;
import org.innkeeper.driver.storage.image.ImageTool;
import org.innkeeper.driver.storage.image.StorageErrors;

/** Tells what a volume is. What qemu-img said is kept until the file changes. */
final class VolumeDescription {
    private static final System.Logger LOG = System.getLogger(VolumeDescription.class.getName());
    private static final int MOST_KEPT = 10_000;
    private static final String COMPAT_OLD = "0.10";

    private final ImageTool tool;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, FileTime modified, ImageInfo info) {}

    VolumeDescription(ImageTool tool) {
        this.tool = tool;
    }

    VolumeInfo info(CallContext context, Volume volume) {
        ImageInfo info = ask(context, volume);
        return new VolumeInfo(VolumeInfo.FILE, info.capacity(), info.allocation());
    }

    ImageInfo ask(CallContext context, Volume volume) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(volume.path(), BasicFileAttributes.class);
            Known last = known.get(volume.ref().key());
            if (last != null
                    && last.size() == attributes.size()
                    && last.modified().equals(attributes.lastModifiedTime())) {
                return last.info();
            }
            ImageInfo info = read(context, volume, attributes.size());
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(volume.ref().key(), new Known(attributes.size(), attributes.lastModifiedTime(), info));
            return info;
        } catch (IOException e) {
            throw StorageErrors.file(volume.path(), "reading the volume", e);
        }
    }

    private ImageInfo read(CallContext context, Volume volume, long size) throws IOException {
        if (tool.isThere()) {
            try {
                return tool.info(context, volume.path(), volume.format());
            } catch (InnkeeperException e) {
                context.check("reading volume '" + volume.ref().name() + "'");
                LOG.log(System.Logger.Level.DEBUG, "{0}", e.getMessage());
            }
        }
        long capacity = ImageHeader.read(volume.path()).capacity();
        return new ImageInfo(capacity < 0 ? size : capacity, size, null, false, 0, null, null);
    }

    String xml(CallContext context, Volume volume) {
        ImageInfo info = ask(context, volume);
        XmlElement root = new XmlElement("volume").setAttribute("type", "file");
        root.add(new XmlElement("name").setText(volume.ref().name()));
        root.add(new XmlElement("key").setText(volume.ref().key()));
        root.add(new XmlElement("source"));
        addSize(root, "capacity", info.capacity());
        addSize(root, "allocation", info.allocation());
        try {
            addSize(root, "physical", Files.size(volume.path()));
            root.add(target(volume, info));
        } catch (IOException e) {
            throw StorageErrors.file(volume.path(), "reading the volume", e);
        }
        if (info.backing() != null) {
            XmlElement backing = new XmlElement("backingStore");
            backing.add(new XmlElement("path").setText(info.backing()));
            if (info.backingFormat() != null) {
                backing.add(new XmlElement("format").setAttribute("type", info.backingFormat()));
            }
            root.add(backing);
        }
        return XmlDocument.of(root).toText();
    }

    private static void addSize(XmlElement parent, String name, long bytes) {
        parent.add(new XmlElement(name).setAttribute("unit", "bytes").setText(Long.toString(bytes)));
    }

    private static XmlElement target(Volume volume, ImageInfo info) throws IOException {
        XmlElement target = new XmlElement("target");
        target.add(new XmlElement("path").setText(volume.path().toString()));
        target.add(new XmlElement("format").setAttribute("type", volume.format().libvirtName()));
        Permissions.describe(volume.path(), target);
        BasicFileAttributes attributes = Files.readAttributes(volume.path(), BasicFileAttributes.class);
        XmlElement times = new XmlElement("timestamps");
        times.add(new XmlElement("atime").setText(seconds(attributes.lastAccessTime())));
        times.add(new XmlElement("mtime").setText(seconds(attributes.lastModifiedTime())));
        target.add(times);
        if (volume.format() == ImageFormat.QCOW2 && info.compat() != null) {
            target.add(new XmlElement("compat").setText(info.compat()));
            if (info.clusterSize() > 0) {
                addSize(target, "clusterSize", info.clusterSize());
            }
            if (!info.compat().equals(COMPAT_OLD)) {
                XmlElement features = new XmlElement("features");
                if (info.lazyRefcounts()) {
                    features.add(new XmlElement("lazy_refcounts"));
                }
                target.add(features);
            }
        }
        return target;
    }

    private static String seconds(FileTime time) {
        return time.toInstant().getEpochSecond() + "."
                + String.format("%09d", time.toInstant().getNano());
    }
}
