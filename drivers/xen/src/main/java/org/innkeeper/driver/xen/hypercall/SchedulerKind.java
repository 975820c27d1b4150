package org.innkeeper.driver.xen.hypercall;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The hypervisor's schedulers, with their numbers and how many parameters a domain has. */
public enum SchedulerKind {
    /** Shares of a period; up to Xen 4.5. */
    SEDF(4, 5),
    CREDIT(5, 2),
    CREDIT2(6, 2),
    /** For avionics; its table is the host's. */
    ARINC653(7, 0),
    /** Real time; its parameters are those of each virtual CPU. */
    RTDS(8, 0),
    /** One virtual CPU on each CPU. */
    NULL(9, 0);

    private final int number;
    private final int parameters;

    SchedulerKind(int number, int parameters) {
        this.number = number;
        this.parameters = parameters;
    }

    int number() {
        return number;
    }

    /** How many parameters a domain has. */
    public int parameters() {
        return parameters;
    }

    /** As Xen's tools write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SchedulerKind> ofNumber(int number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }
}
