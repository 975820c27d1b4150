package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** Whether a file holds what its name promises. */
final class StateNames {
    private StateNames() {}

    static UUID uuidOf(Path file, String ending) throws IOException {
        String name = file.getFileName().toString();
        String text = name.substring(0, name.length() - ending.length());
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("its name is not a UUID", e);
        }
        throw new IOException("its name is not a UUID");
    }

    static void requireRoot(XmlDocument document, String name) throws IOException {
        if (!document.root().name().equals(name)) {
            throw new IOException("it holds <" + document.root().name() + "> instead of <" + name + ">");
        }
    }

    static void requireUuid(XmlDocument document, UUID uuid) throws IOException {
        XmlElement element = document.root().element("uuid");
        if (element == null || !element.text().strip().equalsIgnoreCase(uuid.toString())) {
            throw new IOException("its UUID is not the one of its name");
        }
    }
}
