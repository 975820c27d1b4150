package org.innkeeper.core.model;

import java.util.List;

/**
 * A job of a domain: libvirt's {@code virDomainGetJobStats}.
 *
 * @param type 0 none, 1 bounded, 2 unbounded, 3 completed, 4 failed, 5 cancelled (libvirt's {@code virDomainJobType})
 * @param timeElapsed milliseconds since it began
 * @param dataTotal bytes there are to move, 0 where it is not known
 * @param dataProcessed bytes moved
 * @param dataRemaining bytes left
 * @param parameters all that the driver tells, under libvirt's names
 */
public record JobInfo(
        int type,
        long timeElapsed,
        long dataTotal,
        long dataProcessed,
        long dataRemaining,
        List<TypedParameter> parameters) {
    public static final int NONE = 0;
    public static final int BOUNDED = 1;
    public static final int UNBOUNDED = 2;
    public static final int COMPLETED = 3;
    public static final int FAILED = 4;
    public static final int CANCELLED = 5;

    public JobInfo {
        parameters = List.copyOf(parameters);
    }

    public static JobInfo none() {
        return new JobInfo(NONE, 0, 0, 0, 0, List.of());
    }
}
