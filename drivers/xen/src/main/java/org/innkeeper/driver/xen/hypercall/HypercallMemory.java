package org.innkeeper.driver.xen.hypercall;

/** Memory that the hypervisor can use. Of one thread at a time. */
public interface HypercallMemory extends AutoCloseable {
    /** Where it is, as the hypervisor is told. */
    long address();

    /** Copies bytes into it, from its beginning. */
    void write(byte[] bytes);

    /** Copies so many bytes out of it, from its beginning. */
    byte[] read(int length);

    /** Gives it back. */
    @Override
    void close();
}
