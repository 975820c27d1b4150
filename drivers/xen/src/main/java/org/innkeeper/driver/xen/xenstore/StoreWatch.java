package org.innkeeper.driver.xen.xenstore;

/** A watch. Closing it ends it and does not block; its listener may be called once more meanwhile. */
public interface StoreWatch extends AutoCloseable {
    /** Is told what changed. Called on the one thread of a connection's events; may ask the store, but delays others. */
    @FunctionalInterface
    interface Listener {
        /**
         * Something at or below the watched path changed, was made or removed; also once right after the watch began.
         * Changes of one path that come faster than they are heard are told as one.
         *
         * @param path what changed; a special name such as {@code @releaseDomain}; the watched path itself after an
         *     overflow
         */
        void changed(String path);
    }

    @Override
    void close();
}
