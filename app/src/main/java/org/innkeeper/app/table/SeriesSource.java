package org.innkeeper.app.table;

import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.Metric;

/** Where sparklines get their samples: {@link org.innkeeper.app.session.SampleReader#read} of the guest's host. */
@FunctionalInterface
public interface SeriesSource {
    /**
     * Copies the newest samples, oldest first.
     *
     * @return how many
     */
    int read(GuestKey guest, Metric metric, float[] into);
}
