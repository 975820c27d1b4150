package org.innkeeper.driver.xen.console;

import java.nio.file.Path;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Files by their numbers, and what went wrong with them. Native code is loaded when it is first used. */
final class NativeFiles {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENOTTY = 25;

    static final TerminalLibrary LIBRARY =
            LibraryLoader.create(TerminalLibrary.class).load("c");

    private static final Runtime RUNTIME = Runtime.getRuntime(LIBRARY);

    private NativeFiles() {}

    static Pointer allocate(int bytes) {
        return Memory.allocateDirect(RUNTIME, bytes, true);
    }

    /** The number of the last error of this thread. */
    static int error() {
        return RUNTIME.getLastError();
    }

    /** A terminal that cannot be opened, for the reason of the last error. */
    static InnkeeperException cannotOpen(Path terminal) {
        int error = error();
        String what = "The console " + terminal + " cannot be opened: ";
        return switch (error) {
            case EACCES, EPERM ->
                problem(ErrorCode.ACCESS_DENIED, what + "it is root's alone", "Run the program as root.");
            case ENOENT ->
                problem(
                        ErrorCode.DEVICE_MISSING,
                        what + "there is no such terminal on this machine",
                        "Look whether the guest still runs, and connect on the host that it runs on.");
            case ENOTTY -> problem(ErrorCode.OPERATION_UNSUPPORTED, what + "it is no terminal", "");
            default -> problem(ErrorCode.OPEN_FAILED, what + "error " + error, "");
        };
    }

    static InnkeeperException problem(ErrorCode code, String message, String remedy) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.STREAMS, message).withRemedy(remedy));
    }
}
