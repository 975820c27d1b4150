package org.innkeeper.driver.storage.pool;

import java.math.BigInteger;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.xml.SizeUnit;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.storage.image.ImageFormat;
import org.innkeeper.driver.storage.image.ImageRecipe;
import org.innkeeper.driver.storage.image.StorageErrors;

/**
 * What a volume is to be.
 *
 * @param name its file name in the pool
 * @param recipe how its image is made
 * @param mode its rights, or null for the usual ones
 */
record VolumeDefinition(String name, ImageRecipe recipe, Integer mode) {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_MODE = 0777;
    private static final List<String> COMPATS = List.of("0.10", "1.1");

    /**
     * Reads a definition.
     *
     * @param preallocateMetadata whether the caller's flags ask for it
     */
    static VolumeDefinition parse(String text, boolean preallocateMetadata) {
        XmlElement root = XmlDocument.parse(text).root();
        if (!root.name().equals("volume")) {
            throw XmlErrors.unacceptable(root, "a volume is described by <volume>");
        }
        String name = text(root, "name");
        checkName(name);
        XmlElement target = root.element("target");
        if (target != null && target.element("encryption") != null) {
            throw StorageErrors.volume(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    name,
                    "encrypted volumes are not supported yet",
                    "Remove <encryption> from the volume.");
        }
        ImageFormat format = format(target, name, ImageFormat.RAW);
        if (!format.isCreatable()) {
            throw StorageErrors.volume(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    name,
                    "new volumes of format '" + format.libvirtName() + "' are not made any more",
                    "Use raw or qcow2.");
        }
        XmlElement backingStore = root.element("backingStore");
        String backing = backingStore == null ? "" : text(backingStore, "path");
        ImageFormat backingFormat = backing.isEmpty() ? null : format(backingStore, name, null);
        if (backingFormat == null && !backing.isEmpty()) {
            throw StorageErrors.volume(
                    ErrorCode.XML_ERROR,
                    name,
                    "the format of the backing image " + backing + " is not said, and it is never guessed",
                    "Add <format type='…'/> to <backingStore>.");
        }
        if (!backing.isEmpty() && !format.canHaveBacking()) {
            throw StorageErrors.volume(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    name,
                    "a volume of format '" + format.libvirtName() + "' cannot have a backing image",
                    "Use qcow2.");
        }
        long capacity = size(root, "capacity", backing.isEmpty() ? 0 : -1);
        long allocation = size(root, "allocation", 0);
        String compat = target == null || text(target, "compat").isEmpty() ? null : text(target, "compat");
        boolean lazy = target != null
                && target.element("features") != null
                && target.element("features").element("lazy_refcounts") != null;
        checkCompat(name, format, compat, lazy);
        ImageRecipe recipe = new ImageRecipe(
                format,
                capacity,
                allocation,
                backing.isEmpty() ? null : backing,
                backingFormat,
                compat,
                lazy,
                target == null ? 0 : size(target, "clusterSize", 0),
                target != null
                        && target.element("features") != null
                        && target.element("features").element("extended_l2") != null,
                target != null && target.element("nocow") != null,
                preallocateMetadata);
        XmlElement permissions = target == null ? null : target.element("permissions");
        return new VolumeDefinition(
                name, recipe, permissions == null ? null : Permissions.mode(permissions.element("mode"), MOST_MODE));
    }

    /** Refuses names that would leave the directory of the pool, or could not be files. */
    static void checkName(String name) {
        boolean bad = name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.equals(".")
                || name.equals("..")
                || name.indexOf('/') >= 0
                || name.indexOf('\\') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || name.startsWith(Pool.UNFINISHED);
        if (bad) {
            throw StorageErrors.volume(
                    ErrorCode.INVALID_ARG,
                    name,
                    "'" + name + "' cannot be the name of a volume",
                    "Use a plain file name, without slashes.");
        }
    }

    private static void checkCompat(String name, ImageFormat format, String compat, boolean lazy) {
        if (compat != null && (format != ImageFormat.QCOW2 || !COMPATS.contains(compat))) {
            throw StorageErrors.volume(
                    ErrorCode.XML_ERROR, name, "compat '" + compat + "' is not known", "Use 0.10 or 1.1 with qcow2.");
        }
        if (lazy && "0.10".equals(compat)) {
            throw StorageErrors.volume(
                    ErrorCode.XML_ERROR,
                    name,
                    "lazy_refcounts are not there with compat 0.10",
                    "Use <compat>1.1</compat>.");
        }
    }

    private static ImageFormat format(XmlElement parent, String name, ImageFormat otherwise) {
        XmlElement format = parent == null ? null : parent.element("format");
        String type = format == null ? null : format.attribute("type");
        if (type == null) {
            return otherwise;
        }
        return ImageFormat.ofName(type)
                .orElseThrow(() -> StorageErrors.volume(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        name,
                        "image format '" + type + "' is not supported",
                        "Use raw, qcow2, vmdk, vdi, vhdx or vpc."));
    }

    private static String text(XmlElement parent, String child) {
        XmlElement element = parent.element(child);
        return element == null ? "" : element.text().strip();
    }

    private static long size(XmlElement parent, String child, long otherwise) {
        XmlElement element = parent.element(child);
        if (element == null || element.text().isBlank()) {
            return otherwise;
        }
        String unit = element.attribute("unit");
        try {
            BigInteger bytes = new BigInteger(element.text().strip())
                    .multiply(unit == null ? BigInteger.ONE : SizeUnit.bytes(unit));
            if (bytes.signum() < 0 || bytes.bitLength() > 62) {
                throw XmlErrors.unacceptable(element, "the size is out of range");
            }
            return bytes.longValueExact();
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(element, "'" + element.text().strip() + "' is not a size");
        }
    }
}
