package org.innkeeper.core.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * The statistics of one domain at one moment: one record of libvirt's {@code virConnectGetAllDomainStats}. What a driver
 * cannot tell is absent, never zero. Names are libvirt's, unknown ones are kept.
 *
 * @param domain whom it is about; its id tells one run from the next
 * @param sampleTime when the counters were read, nanoseconds of one monotonic clock of the driver; only differences mean
 *     anything
 * @param parameters the values in the order the driver gave them
 */
public record DomainStats(DomainRef domain, long sampleTime, List<TypedParameter> parameters) {
    public DomainStats {
        parameters = List.copyOf(parameters);
    }

    /** The whole number of that name, or empty where the driver gave none. */
    public OptionalLong number(String name) {
        TypedParameter parameter = find(name);
        return parameter == null || parameter.type() == ParameterType.STRING
                ? OptionalLong.empty()
                : OptionalLong.of(parameter.number());
    }

    /** The text of that name, or null where the driver gave none. */
    public String text(String name) {
        TypedParameter parameter = find(name);
        return parameter == null ? null : parameter.text();
    }

    private TypedParameter find(String name) {
        for (TypedParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }
}
