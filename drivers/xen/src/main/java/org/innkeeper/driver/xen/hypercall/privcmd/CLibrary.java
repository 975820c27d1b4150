package org.innkeeper.driver.xen.hypercall.privcmd;

import jnr.ffi.Pointer;
import jnr.ffi.types.off_t;
import jnr.ffi.types.size_t;

/** The functions of the C library that the port needs, under their names there. Public, since it is implemented at run time. */
public interface CLibrary {
    int open(String path, int flags);

    int close(int file);

    int ioctl(int file, long request, Pointer argument);

    Pointer mmap(Pointer address, @size_t long length, int protection, int flags, int file, @off_t long offset);

    int munmap(Pointer address, @size_t long length);

    int mlock(Pointer address, @size_t long length);

    int madvise(Pointer address, @size_t long length, int advice);

    int getpagesize();
}
