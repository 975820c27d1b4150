package org.innkeeper.driver.remote.transport;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is not needed any more; that this fails is worth a line in the log, not more. */
final class CloseQuietly {
    private static final System.Logger LOG = System.getLogger(CloseQuietly.class.getName());

    private CloseQuietly() {}

    static void close(Closeable resource, String what) {
        try {
            resource.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing {0} failed: {1}", what, e.getMessage());
        }
    }
}
