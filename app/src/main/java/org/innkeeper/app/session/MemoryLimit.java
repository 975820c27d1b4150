package org.innkeeper.app.session;

/** The most memory a guest may have. */
public final class MemoryLimit {
    /** What xend writes for a guest without limit, as Domain-0 is; libxl writes a little more. KiB. */
    private static final long NONE = 16_777_215L * 1024;

    private MemoryLimit() {}

    /** Whether a number of KiB stands for no limit. */
    public static boolean isNone(long kib) {
        return kib >= NONE;
    }
}
