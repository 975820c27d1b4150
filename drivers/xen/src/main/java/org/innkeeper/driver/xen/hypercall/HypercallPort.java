package org.innkeeper.driver.xen.hypercall;

/** How calls reach a hypervisor. Safe for any thread; calls may run at the same time. */
public interface HypercallPort extends AutoCloseable {
    /**
     * Makes a call. It does not wait for anything but the hypervisor.
     *
     * @param number the call's number
     * @param arguments at most five
     * @return the result, or the negative number of an error ({@link Errno})
     */
    long call(int number, long... arguments);

    /**
     * Memory that the hypervisor can read and write while a call runs, all zeros.
     *
     * @param size bytes, at least 1
     */
    HypercallMemory allocate(int size);

    /** Gives up the port, after the calls that run; later ones fail. Memory may be given back later. */
    @Override
    void close();
}
