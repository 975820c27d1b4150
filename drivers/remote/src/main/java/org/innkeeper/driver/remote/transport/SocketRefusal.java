package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.IoReason;

/** Why a socket of this machine could not be connected to, in words: who owns it, and who may let us in. */
final class SocketRefusal {
    private SocketRefusal() {}

    static ErrorInfo of(Path path, IOException failure) {
        if (Files.notExists(path)) {
            return info(
                    path,
                    "there is no such socket",
                    "Start libvirtd (or virtqemud), or give the path of its socket with socket=.");
        }
        try {
            PosixFileAttributes socket = Files.readAttributes(path, PosixFileAttributes.class);
            return Files.isWritable(path)
                    ? info(path, "nobody listens there: " + IoReason.of(failure), "Start libvirtd (or virtqemud).")
                    : denied(path, "it belongs to " + ownership(socket), mayWrite(path, socket));
        } catch (AccessDeniedException e) {
            return behindAFolder(path);
        } catch (IOException | UnsupportedOperationException e) {
            return info(path, IoReason.of(failure), "Start libvirtd (or virtqemud).");
        }
    }

    private static ErrorInfo behindAFolder(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        while (folder.getParent() != null && !Files.isExecutable(folder.getParent())) {
            folder = folder.getParent();
        }
        String owner;
        try {
            owner = ", which belongs to " + ownership(Files.readAttributes(folder, PosixFileAttributes.class));
        } catch (IOException e) {
            owner = "";
        }
        return denied(
                path,
                "the folder " + folder + owner + " cannot be entered",
                "Check that this is a socket for you, or have the owner of the folder let you in (chmod o+x " + folder
                        + ").");
    }

    /** What is to be done depends on who may use the socket at all. */
    private static String mayWrite(Path path, PosixFileAttributes socket) {
        boolean onlyLooking = path.toString().endsWith("-ro");
        String group = socket.group().getName();
        if (!onlyLooking && socket.permissions().contains(PosixFilePermission.GROUP_WRITE) && !group.equals("root")) {
            return "Join the group " + group + " (usermod -aG " + group + " " + System.getProperty("user.name")
                    + ") and log in again, or open the connection read-only.";
        }
        String setting = onlyLooking
                ? "unix_sock_ro_perms = \"0777\""
                : "unix_sock_group = \"libvirt\" and unix_sock_rw_perms = \"0770\"";
        return "Run this program as " + socket.owner().getName() + ", or have " + setting
                + " set in libvirtd.conf and the daemon restarted"
                + (onlyLooking ? "." : ", and join that group; or open the connection read-only.");
    }

    private static String ownership(PosixFileAttributes file) {
        return "the user " + file.owner().getName() + " and the group "
                + file.group().getName() + " (" + PosixFilePermissions.toString(file.permissions()) + ")";
    }

    private static ErrorInfo denied(Path path, String reason, String remedy) {
        return info(path, "permission denied, " + reason, remedy).withPermissionDenied();
    }

    private static ErrorInfo info(Path path, String reason, String remedy) {
        return ErrorInfo.of(
                        ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, "cannot connect to the socket " + path + ": " + reason)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, path.toString()))
                .withRemedy(remedy);
    }
}
