package org.innkeeper.core.model;

/** Memory of the whole host, KiB: libvirt's {@code virNodeGetMemoryStats}. */
public record NodeMemoryStats(long total, long free, long buffers, long cached) {
    /** What is neither free nor given back on demand. */
    public long used() {
        return Math.max(0, total - free - buffers - cached);
    }
}
