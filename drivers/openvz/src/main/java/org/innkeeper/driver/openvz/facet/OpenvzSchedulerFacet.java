package org.innkeeper.driver.openvz.facet;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.ParameterType;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.VzErrors;

/**
 * OpenVZ's fair scheduler: {@code weight} is a container's share against the others ({@code CPUUNITS}), {@code cap} the
 * most it may use in percent of one CPU ({@code CPULIMIT}), 0 for no limit.
 */
final class OpenvzSchedulerFacet extends ContainerFacet implements SchedulerFacet {
    private static final long FLAGS = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;

    /** A parameter and how vzctl names it. */
    private record Knob(String name, String key, String option, long usual, long least, long most) {
        /** A number with a percent sign is a part of all the host's CPUs. */
        long value(Container container, int hostCpus) {
            String text = container.config().value(key).orElse("").replaceFirst(":.*", "");
            if (!text.matches("[0-9]{1,9}%?")) {
                return usual;
            }
            return text.endsWith("%")
                    ? Long.parseLong(text.substring(0, text.length() - 1)) * hostCpus
                    : Long.parseLong(text);
        }
    }

    private static final List<Knob> KNOBS = List.of(
            new Knob("weight", "CPUUNITS", "--cpuunits", 1_000, 8, 500_000),
            new Knob("cap", "CPULIMIT", "--cpulimit", 0, 0, 1_000_000));

    OpenvzSchedulerFacet(OpenvzContext openvz) {
        super(openvz);
    }

    @Override
    public SchedulerType type(CallContext context, DomainRef domain) {
        return read(context, "scheduler.type", domain, container -> new SchedulerType("fairsched", KNOBS.size()));
    }

    @Override
    public List<TypedParameter> parameters(CallContext context, DomainRef domain, long flags) {
        return read(context, "scheduler.parameters", domain, container -> {
            DomainFlags.check("scheduler.parameters", flags, FLAGS);
            checkAffected(container, flags);
            return KNOBS.stream()
                    .map(knob -> TypedParameter.ofUint(knob.name(), knob.value(container, facts.cpus())))
                    .toList();
        });
    }

    @Override
    public void setParameters(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        change(context, "scheduler.setParameters", domain, container -> {
            DomainFlags.check("scheduler.setParameters", flags, FLAGS);
            checkAffected(container, flags);
            List<String> arguments = new ArrayList<>();
            for (TypedParameter parameter : parameters) {
                arguments.add(knob(parameter).option());
                arguments.add(Long.toString(parameter.number()));
            }
            if (!arguments.isEmpty()) {
                host.vzctl().set(context, container.veid(), arguments);
            }
            return null;
        });
    }

    private static Knob knob(TypedParameter parameter) {
        Knob knob = KNOBS.stream()
                .filter(known -> known.name().equals(parameter.name()))
                .findFirst()
                .orElseThrow(() -> VzErrors.invalidArgument(
                        "OpenVZ's scheduler has no parameter '" + parameter.name() + "', only weight and cap"));
        boolean whole = parameter.type() != ParameterType.STRING && parameter.type() != ParameterType.DOUBLE;
        if (!whole || parameter.number() < knob.least() || parameter.number() > knob.most()) {
            throw VzErrors.invalidArgument("'" + knob.name() + "' is a whole number from " + knob.least() + " to "
                    + knob.most() + ", not " + parameter.asText());
        }
        return knob;
    }
}
