package org.innkeeper.driver.xen.standin;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.types.size_t;
import jnr.ffi.types.ssize_t;

/** The far end of a pseudo terminal, as xenconsoled has it: it keeps the near end open, so that nobody who leaves hangs it up. */
public final class TerminalMaster implements AutoCloseable {
    private static final int FLAGS = 0x2 | 0x100 | 0x800;
    private static final int CHUNK = 1024;

    private static final Library LIBRARY = LibraryLoader.create(Library.class).load("c");
    private static final Runtime RUNTIME = Runtime.getRuntime(LIBRARY);

    private final int master;
    private final int slave;
    private final String path;

    public TerminalMaster() {
        master = checked(LIBRARY.posix_openpt(FLAGS));
        checked(LIBRARY.grantpt(master));
        checked(LIBRARY.unlockpt(master));
        Pointer name = Memory.allocateDirect(RUNTIME, CHUNK, true);
        checked(-LIBRARY.ptsname_r(master, name, CHUNK));
        path = name.getString(0);
        slave = checked(LIBRARY.open(path, FLAGS, 0));
    }

    private static int checked(int result) {
        if (result < 0) {
            throw new IllegalStateException("no pseudo terminal: error " + RUNTIME.getLastError());
        }
        return result;
    }

    /** The near end, {@code /dev/pts/N}. */
    public String path() {
        return path;
    }

    /** What was typed, "" where nothing was. */
    public String read() {
        Pointer buffer = Memory.allocateDirect(RUNTIME, CHUNK, true);
        long count = LIBRARY.read(master, buffer, CHUNK);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) (buffer.getByte(i) & 0xff));
        }
        return text.toString();
    }

    /** Shows a text. */
    public void write(String text) {
        Pointer buffer = Memory.allocateDirect(RUNTIME, CHUNK, true);
        buffer.put(0, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 0, text.length());
        checked((int) LIBRARY.write(master, buffer, text.length()));
    }

    @Override
    public void close() {
        LIBRARY.close(slave);
        LIBRARY.close(master);
    }

    /** The functions of the C library. */
    public interface Library {
        int posix_openpt(int flags);

        int grantpt(int file);

        int unlockpt(int file);

        int ptsname_r(int file, Pointer name, @size_t long length);

        int open(String path, int flags, int mode);

        int close(int file);

        @ssize_t
        long read(int file, Pointer buffer, @size_t long length);

        @ssize_t
        long write(int file, Pointer buffer, @size_t long length);
    }
}
