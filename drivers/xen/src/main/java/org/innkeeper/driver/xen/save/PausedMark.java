package org.innkeeper.driver.xen.save;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/**
 * Whether a saved guest is to be left paused when it is restored. Xen's own files have no place for that, so it is an
 * attribute of the file, which goes along when the file is moved.
 */
public final class PausedMark {
    private static final String NAME = "innkeeper.paused";

    private PausedMark() {}

    /** @return whether it could be set: not every file system has such attributes */
    public static boolean set(Path file) {
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (attributes == null) {
            return false;
        }
        try {
            attributes.write(NAME, ByteBuffer.wrap(new byte[] {'1'}));
            return true;
        } catch (IOException e) {
            System.getLogger(PausedMark.class.getName()).log(Level.DEBUG, file + " cannot be marked", e);
            return false;
        }
    }

    /** Whether it is set; not, where that cannot be read. */
    public static boolean isSet(Path file) {
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        try {
            return attributes != null && Files.exists(file) && attributes.list().contains(NAME);
        } catch (IOException e) {
            System.getLogger(PausedMark.class.getName()).log(Level.DEBUG, file + " has no marks", e);
            return false;
        }
    }
}
