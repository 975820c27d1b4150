package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/** Errors about files of the state root, which name the file and what to do. */
public final class StateErrors {
    private StateErrors() {}

    /** A file or directory that cannot be written. */
    public static InnkeeperException notWritable(Path path, IOException cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.WRITE_FAILED,
                                ErrorOrigin.QEMU,
                                "the state directory is not writable: " + path + ": " + reason(cause))
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, path.toString()))
                        .withDetail(path.toString())
                        .withRemedy("Make " + path + " writable for your user, free room on its disk, or open"
                                + " qemu:///embed?root=DIR with another directory."),
                cause);
    }

    private static String reason(IOException cause) {
        return cause instanceof FileAlreadyExistsException ? "it is a file" : IoReason.of(cause);
    }
}
