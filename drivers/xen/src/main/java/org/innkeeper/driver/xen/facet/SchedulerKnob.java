package org.innkeeper.driver.xen.facet;

import java.util.List;
import org.innkeeper.core.model.ParameterType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.driver.xen.part.PartErrors;

/**
 * A parameter of one of Xen's schedulers.
 *
 * @param least the smallest value
 * @param most the greatest value
 */
record SchedulerKnob(String name, long least, long most) {
    private static final long LONGEST_PERIOD = 4_000_000_000L;

    /** Share of the CPUs against other domains, and the most in percent of one CPU; 0 is no limit. */
    private static final List<SchedulerKnob> CREDIT =
            List.of(new SchedulerKnob("weight", 1, 65_535), new SchedulerKnob("cap", 0, 65_535));

    private static final List<SchedulerKnob> SEDF = List.of(
            new SchedulerKnob("period", 0, LONGEST_PERIOD),
            new SchedulerKnob("slice", 0, LONGEST_PERIOD),
            new SchedulerKnob("latency", 0, LONGEST_PERIOD),
            new SchedulerKnob("extratime", 0, 1),
            new SchedulerKnob("weight", 0, 65_535));

    /** The parameters of a scheduler, none of one that is not known. */
    static List<SchedulerKnob> of(String scheduler) {
        return switch (scheduler) {
            case "credit", "credit2" -> CREDIT;
            case "sedf" -> SEDF;
            default -> List.of();
        };
    }

    /** Fails with {@code INVALID_ARG} where the scheduler has no such parameter or its value is out of range. */
    static void check(String scheduler, TypedParameter parameter) {
        SchedulerKnob knob = of(scheduler).stream()
                .filter(known -> known.name().equals(parameter.name()))
                .findFirst()
                .orElseThrow(() -> PartErrors.invalidArgument(
                        "The scheduler " + scheduler + " has no parameter '" + parameter.name() + "'"));
        boolean whole = parameter.type() != ParameterType.STRING && parameter.type() != ParameterType.DOUBLE;
        if (!whole || parameter.number() < knob.least() || parameter.number() > knob.most()) {
            throw PartErrors.invalidArgument("'" + knob.name() + "' is a whole number from " + knob.least() + " to "
                    + knob.most() + ", not " + parameter.asText());
        }
    }
}
