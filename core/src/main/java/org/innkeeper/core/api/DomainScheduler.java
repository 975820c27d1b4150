package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SchedulerFacet;

/** The scheduler of a domain and its parameters. */
public final class DomainScheduler extends DomainPart {
    DomainScheduler(Domain domain) {
        super(domain);
    }

    /** {@code virDomainGetSchedulerType}. */
    public SchedulerType type(CallContext context) {
        return call("type").get(context, (facet, c) -> facet.type(c, ref()));
    }

    /** {@code virDomainGetSchedulerParameters}, {@code virDomainGetSchedulerParametersFlags}. */
    public List<TypedParameter> parameters(CallContext context, Set<Affect> affect) {
        return call("parameters")
                .notNull("affect", affect)
                .get(context, (facet, c) -> facet.parameters(c, ref(), Flag.bits(affect)));
    }

    /**
     * Changes the parameters that are named; a value out of range changes nothing:
     * {@code virDomainSetSchedulerParameters}, {@code virDomainSetSchedulerParametersFlags}.
     *
     * @param parameters at least one
     */
    public void setParameters(CallContext context, List<TypedParameter> parameters, Set<Affect> affect) {
        call("setParameters")
                .changes()
                .check(parameters != null && !parameters.isEmpty(), "parameters are missing")
                .notNull("affect", affect)
                .run(context, (facet, c) -> facet.setParameters(c, ref(), parameters, Flag.bits(affect)));
    }

    private Call<SchedulerFacet> call(String method) {
        return call(SchedulerFacet.class, method).needs(Feature.SCHEDULER);
    }
}
