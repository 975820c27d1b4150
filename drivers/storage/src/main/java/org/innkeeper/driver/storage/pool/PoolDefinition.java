package org.innkeeper.driver.storage.pool;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.storage.image.StorageErrors;

/**
 * What a pool is by its definition. What this driver does not know is kept in the document as it was written.
 *
 * @param ref its name and UUID
 * @param directory where its volumes are
 * @param mode the rights a directory made for it gets, in octal, or null for those of private directories
 * @param document the definition as written, with the UUID filled in
 */
record PoolDefinition(StoragePoolRef ref, Path directory, Integer mode, XmlDocument document) {
    private static final int MOST_MODE = 07777;

    /** Reads a definition; a missing UUID is made up. */
    static PoolDefinition parse(String text) {
        XmlDocument document = XmlDocument.parse(text);
        XmlElement root = document.root();
        if (!root.name().equals("pool")) {
            throw XmlErrors.unacceptable(root, "a storage pool is described by <pool>");
        }
        String type = root.attribute("type");
        if (!"dir".equals(type)) {
            throw StorageErrors.pool(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    text(root.element("name")),
                    "storage pools of type '" + type + "' are not supported on this host",
                    "Use a directory: <pool type='dir'>.");
        }
        String name = text(root.element("name"));
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\n') >= 0) {
            throw XmlErrors.unacceptable(root, "a storage pool needs a name without slashes and line breaks");
        }
        return new PoolDefinition(new StoragePoolRef(name, uuid(root)), directory(root), mode(root), document);
    }

    private static String text(XmlElement element) {
        return element == null ? "" : element.text().strip();
    }

    private static UUID uuid(XmlElement root) {
        XmlElement element = root.element("uuid");
        if (element != null) {
            try {
                String text = text(element).replaceAll("[- ]", "");
                return UUID.fromString(text.replaceFirst(
                        "^(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})$",
                        "$1-$2-$3-$4-$5"));
            } catch (IllegalArgumentException e) {
                throw XmlErrors.unacceptable(element, "'" + text(element) + "' is not a UUID");
            }
        }
        UUID made = UUID.randomUUID();
        root.insert(new XmlElement("uuid").setText(made.toString()));
        return made;
    }

    private static Path directory(XmlElement root) {
        XmlElement target = root.element("target");
        XmlElement path = target == null ? null : target.element("path");
        if (text(path).isEmpty()) {
            throw XmlErrors.unacceptable(root, "a storage pool of type 'dir' needs <target><path>…</path></target>");
        }
        try {
            Path directory = Path.of(text(path).replaceAll("/+", "/")).normalize();
            if (!directory.isAbsolute() || directory.getParent() == null) {
                throw XmlErrors.unacceptable(path, "the path of a storage pool is absolute and below the root");
            }
            path.setText(directory.toString());
            return directory;
        } catch (InvalidPathException e) {
            throw XmlErrors.unacceptable(path, "'" + text(path) + "' is not a path");
        }
    }

    private static Integer mode(XmlElement root) {
        XmlElement permissions = root.element("target").element("permissions");
        if (permissions == null) {
            return null;
        }
        for (String name : new String[] {"owner", "group"}) {
            XmlElement id = permissions.element(name);
            if (text(id).equals("-1")) {
                permissions.remove(id);
            }
        }
        return Permissions.mode(permissions.element("mode"), MOST_MODE);
    }

    String name() {
        return ref.name();
    }

    UUID uuid() {
        return ref.uuid();
    }

    /** The document as it is kept. */
    String text() {
        return document.toText();
    }

    /** The document as it is shown, with sizes. */
    String describe(StoragePoolInfo info) {
        XmlDocument copy = document.copy();
        setSize(copy.root(), "capacity", info.capacity());
        setSize(copy.root(), "allocation", info.allocation());
        setSize(copy.root(), "available", info.available());
        if (copy.root().element("source") == null) {
            copy.root().insert(new XmlElement("source"));
        }
        return copy.toText();
    }

    private static void setSize(XmlElement root, String name, long bytes) {
        XmlElement element = root.element(name);
        if (element == null) {
            element = new XmlElement(name);
            root.insert(element);
        }
        element.setAttribute("unit", "bytes").setText(Long.toString(bytes));
    }
}
