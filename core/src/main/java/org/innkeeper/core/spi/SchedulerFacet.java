package org.innkeeper.core.spi;

import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;

/** The scheduler of a domain. Flags are {@code AFFECT_} bits of {@link DomainFlags}. */
public interface SchedulerFacet extends Facet {
    /** {@code virDomainGetSchedulerType}. */
    SchedulerType type(CallContext context, DomainRef domain);

    /** {@code virDomainGetSchedulerParametersFlags}. */
    List<TypedParameter> parameters(CallContext context, DomainRef domain, long flags);

    /**
     * Changes the parameters that are named; a value out of range is {@code INVALID_ARG} and changes nothing:
     * {@code virDomainSetSchedulerParametersFlags}.
     */
    void setParameters(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags);
}
