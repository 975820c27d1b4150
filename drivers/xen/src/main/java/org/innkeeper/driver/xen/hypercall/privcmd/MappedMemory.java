package org.innkeeper.driver.xen.hypercall.privcmd;

import java.util.Optional;
import jnr.ffi.Pointer;
import org.innkeeper.driver.xen.hypercall.HypercallMemory;

/** Whole pages for hypercalls. */
final class MappedMemory implements HypercallMemory {
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    /** A child process must not share the pages, or the kernel moves them when one side writes. */
    private static final int MADV_DONTFORK = 10;

    private static final long MAP_FAILED = -1;

    private final CLibrary library;
    private final Pointer pages;
    private final long length;

    private MappedMemory(CLibrary library, Pointer pages, long length) {
        this.library = library;
        this.pages = pages;
        this.length = length;
    }

    /**
     * Maps pages of the kernel's hypercall device, or ordinary ones and locks them.
     *
     * @param length bytes, whole pages
     * @param device the open device, -1 where there is none
     * @return empty where there is no memory; the C library then has the error
     */
    static Optional<HypercallMemory> map(CLibrary library, long length, int device) {
        int flags = device < 0 ? MAP_PRIVATE_ANONYMOUS : MAP_SHARED;
        Pointer pages = library.mmap(null, length, PROT_READ_WRITE, flags, device, 0);
        if (pages == null || pages.address() == MAP_FAILED) {
            return Optional.empty();
        }
        MappedMemory memory = new MappedMemory(library, pages, length);
        if (device < 0 && (library.madvise(pages, length, MADV_DONTFORK) != 0 || library.mlock(pages, length) != 0)) {
            memory.close();
            return Optional.empty();
        }
        memory.write(new byte[(int) length]);
        return Optional.of(memory);
    }

    @Override
    public long address() {
        return pages.address();
    }

    @Override
    public void write(byte[] bytes) {
        if (bytes.length > length) {
            throw new IndexOutOfBoundsException(bytes.length + " bytes do not fit in " + length);
        }
        pages.put(0, bytes, 0, bytes.length);
    }

    @Override
    public byte[] read(int count) {
        if (count > length) {
            throw new IndexOutOfBoundsException(count + " bytes are more than " + length);
        }
        byte[] bytes = new byte[count];
        pages.get(0, bytes, 0, count);
        return bytes;
    }

    @Override
    public void close() {
        library.munmap(pages, length);
    }
}
