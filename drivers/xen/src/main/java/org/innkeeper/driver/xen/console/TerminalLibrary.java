package org.innkeeper.driver.xen.console;

import jnr.ffi.Pointer;
import jnr.ffi.types.size_t;
import jnr.ffi.types.ssize_t;

/** The functions of the C library that terminals need, under their names there. Public, since it is implemented at run time. */
public interface TerminalLibrary {
    int open(String path, int flags, int mode);

    int close(int file);

    @ssize_t
    long read(int file, Pointer buffer, @size_t long length);

    @ssize_t
    long write(int file, Pointer buffer, @size_t long length);

    int poll(Pointer files, long count, int milliseconds);

    int eventfd(int initial, int flags);

    int tcgetattr(int file, Pointer settings);

    int tcsetattr(int file, int when, Pointer settings);

    void cfmakeraw(Pointer settings);

    int flock(int file, int operation);
}
