package org.innkeeper.driver.qemu.lifecycle;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;

/** Makes the file in which a guest's firmware keeps its variables, from the template the definition names. */
final class FirmwareVariables {
    private static final int LARGEST = 64 << 20;

    private FirmwareVariables() {}

    /** Makes the file unless it is there; a guest without one is left alone. */
    static void prepare(XmlElement domain) {
        XmlElement os = domain.element("os");
        XmlElement nvram = os == null ? null : os.element("nvram");
        String name = nvram == null ? "" : nvram.text().strip();
        if (!name.startsWith("/") || Files.exists(Path.of(name))) {
            return;
        }
        Path file = Path.of(name);
        String template = nvram.attribute("template");
        if (template == null) {
            throw failed(
                    file,
                    "it is not there, and the definition names no template to make it from",
                    "Add template='…' to <nvram>, for example /usr/share/OVMF/OVMF_VARS_4M.fd.",
                    null);
        }
        copy(Path.of(template), file);
    }

    private static void copy(Path template, Path file) {
        try {
            long size = Files.size(template);
            if (size > LARGEST) {
                throw new IOException("the template has " + size + " bytes, which is no firmware's");
            }
            byte[] content = Files.readAllBytes(template);
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), ".nvram", "", ownerOnly(file));
            try {
                Files.write(unfinished, content);
                Files.createLink(file, unfinished);
            } finally {
                Files.delete(unfinished);
            }
        } catch (FileAlreadyExistsException e) {
            // Somebody else made it meanwhile; theirs is as good.
            System.getLogger(FirmwareVariables.class.getName()).log(System.Logger.Level.DEBUG, "{0} is there", file);
        } catch (IOException e) {
            throw failed(
                    file,
                    "it cannot be made from " + template + ": " + e,
                    "See whether the template is there, and the directory can be written to.",
                    e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static InnkeeperException failed(Path file, String reason, String remedy, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.OPERATION_FAILED,
                                ErrorOrigin.QEMU,
                                "the file of the firmware's variables " + file + ": " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()))
                        .withDetail("os/nvram")
                        .withRemedy(remedy),
                cause);
    }
}
