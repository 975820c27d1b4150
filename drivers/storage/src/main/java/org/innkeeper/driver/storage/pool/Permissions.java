package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Rights of files, as the octal numbers of documents. */
final class Permissions {
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    private Permissions() {}

    /** The number an element holds; null where there is none, or it says -1. */
    static Integer mode(XmlElement element, int most) {
        String text = element == null ? "" : element.text().strip();
        if (text.isEmpty() || text.equals("-1")) {
            return null;
        }
        if (!text.matches("[0-7]{1,5}") || Integer.parseInt(text, 8) > most) {
            throw XmlErrors.unacceptable(element, "'" + text + "' are no rights in octal");
        }
        return Integer.parseInt(text, 8);
    }

    static void apply(Path file, int mode) throws IOException {
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.length; bit++) {
            if ((mode & 1 << bit) != 0) {
                rights.add(BITS[bit]);
            }
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, rights);
        }
    }

    /** Adds mode, owner and group of a file where the system knows such things. */
    static void describe(Path file, XmlElement parent) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("unix")) {
            return;
        }
        XmlElement permissions = new XmlElement("permissions");
        int mode = (Integer) Files.getAttribute(file, "unix:mode") & 07777;
        permissions.add(new XmlElement("mode").setText(String.format("0%03o", mode)));
        permissions.add(new XmlElement("owner")
                .setText(Files.getAttribute(file, "unix:uid").toString()));
        permissions.add(new XmlElement("group")
                .setText(Files.getAttribute(file, "unix:gid").toString()));
        parent.add(permissions);
    }

    static boolean isLink(Path file) {
        return Files.isSymbolicLink(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
