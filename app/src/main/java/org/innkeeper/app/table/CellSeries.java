package org.innkeeper.app.table;

import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.Metric;

/** Reads the samples behind a cell, summed over its metrics, into buffers that are used again. For one thread. */
final class CellSeries {
    private final float[] sum;
    private final float[] part;
    private int count;

    /** @param samples the most samples to read */
    CellSeries(int samples) {
        sum = new float[samples];
        part = new float[samples];
    }

    void read(SeriesSource source, GuestKey guest, GuestColumn column) {
        count = 0;
        for (Metric metric : column.metrics()) {
            if (count == 0) {
                count = source.read(guest, metric, sum);
            } else {
                add(source.read(guest, metric, part));
            }
        }
    }

    private void add(int parts) {
        for (int i = 1; i <= Math.min(parts, count); i++) {
            float more = part[parts - i];
            if (!Float.isNaN(more)) {
                float now = sum[count - i];
                sum[count - i] = Float.isNaN(now) ? more : now + more;
            }
        }
    }

    int count() {
        return count;
    }

    /** A sample, 0 being the oldest; NaN is a gap. */
    float get(int index) {
        return sum[index];
    }

    /** The largest sample, or NaN without any. */
    float maximum() {
        float most = Float.NaN;
        for (int i = 0; i < count; i++) {
            if (!Float.isNaN(sum[i]) && !(sum[i] <= most)) {
                most = sum[i];
            }
        }
        return most;
    }

    /** The mean of all samples but the gaps, or NaN without any. */
    double mean() {
        double total = 0;
        int present = 0;
        for (int i = 0; i < count; i++) {
            if (!Float.isNaN(sum[i])) {
                total += sum[i];
                present++;
            }
        }
        return present == 0 ? Double.NaN : total / present;
    }
}
