package org.innkeeper.driver.xen.hypercall.privcmd;

import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.hypercall.HypercallMemory;
import org.innkeeper.driver.xen.hypercall.HypercallPort;

/**
 * Hypercalls through the kernel's privcmd device. The kernel's hypercall device gives memory that stays where it is; where
 * there is none (Linux before 4.18), ordinary memory that is locked does.
 */
public final class PrivcmdPort implements HypercallPort {
    /** {@code _IOC(_IOC_NONE, 'P', 0, sizeof)} of a call: its number and five arguments, 64 bits each. */
    private static final long IOCTL_HYPERCALL = 0x0030_5000;

    private static final int CALL_SIZE = 48;
    private static final int MAX_ARGUMENTS = 5;

    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x8_0000;
    private static final int NO_FILE = -1;

    private final CLibrary library;
    private final Runtime runtime;
    private final int privcmd;
    private final int hypercall;
    /** Keeps the files open while a call uses them: their numbers may be others' afterwards. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private PrivcmdPort(CLibrary library, int privcmd, int hypercall) {
        this.library = library;
        this.runtime = Runtime.getRuntime(library);
        this.privcmd = privcmd;
        this.hypercall = hypercall;
    }

    /**
     * Opens the devices. The first time it loads native code, which takes up to a second.
     *
     * @param device the device that takes calls
     * @param memory the device that gives memory for them; where it is not there, ordinary memory is used
     * @throws InnkeeperException {@code NO_XEN}
     */
    public static PrivcmdPort open(Path device, Path memory) {
        CLibrary library = LibraryLoader.create(CLibrary.class).load("c");
        if (Runtime.getRuntime(library).addressSize() != Long.BYTES) {
            throw unusable("Hypercalls are made by 64-bit Java only", "Run the program with a 64-bit Java.");
        }
        int privcmd = library.open(device.toString(), O_RDWR | O_CLOEXEC);
        if (privcmd < 0) {
            int error = Runtime.getRuntime(library).getLastError();
            throw unusable(
                    "The device " + device + " cannot be opened (error " + error + ")",
                    "It is root's alone: run the program as root.");
        }
        int hypercall = library.open(memory.toString(), O_RDWR | O_CLOEXEC);
        return new PrivcmdPort(library, privcmd, Math.max(hypercall, NO_FILE));
    }

    private static InnkeeperException unusable(String message, String remedy) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.NO_XEN, ErrorOrigin.XEN, message).withRemedy(remedy));
    }

    @Override
    public long call(int number, long... arguments) {
        if (arguments.length > MAX_ARGUMENTS) {
            throw new IllegalArgumentException("a hypercall has five arguments at most");
        }
        Pointer call = Memory.allocateDirect(runtime, CALL_SIZE, true);
        call.putLong(0, number);
        for (int i = 0; i < arguments.length; i++) {
            call.putLong(8L * (i + 1), arguments[i]);
        }
        return whileOpen(() -> {
            int result = library.ioctl(privcmd, IOCTL_HYPERCALL, call);
            return result == -1 ? -(long) runtime.getLastError() : result;
        });
    }

    @Override
    public HypercallMemory allocate(int size) {
        int page = library.getpagesize();
        long length = (size + (long) page - 1) / page * page;
        return whileOpen(() -> MappedMemory.map(library, length, hypercall)
                .orElseThrow(() -> new InnkeeperException(
                        ErrorCode.NO_MEMORY,
                        ErrorOrigin.XEN,
                        "No " + length + " bytes of memory for hypercalls (error " + runtime.getLastError() + ")")));
    }

    private <T> T whileOpen(Supplier<T> work) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new ConnectionClosedException("The way to the hypervisor was closed");
            }
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                library.close(privcmd);
                if (hypercall != NO_FILE) {
                    library.close(hypercall);
                }
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
