package org.innkeeper.core.spi;

/** Is told how far a call is; called on a thread of the driver, must not block. */
@FunctionalInterface
public interface ProgressListener {
    /** @param progress from 0 to 1, negative when it cannot be told */
    void progress(double progress);
}
