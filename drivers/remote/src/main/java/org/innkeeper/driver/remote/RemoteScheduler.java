package org.innkeeper.driver.remote;

import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** The scheduler over the wire. */
final class RemoteScheduler implements SchedulerFacet {
    private final FarSide far;

    RemoteScheduler(FarSide far) {
        this.far = far;
    }

    @Override
    public SchedulerType type(CallContext context, DomainRef domain) {
        Values type = far.call(context, "DOMAIN_GET_SCHEDULER_TYPE", domain);
        return new SchedulerType(type.text("type"), type.integer("nparams"));
    }

    @Override
    public List<TypedParameter> parameters(CallContext context, DomainRef domain, long flags) {
        int count = type(context, domain).parameterCount();
        return flags == DomainFlags.AFFECT_CURRENT
                ? far.list(TypedParameter.class, "params", context, "DOMAIN_GET_SCHEDULER_PARAMETERS", domain, count)
                : far.list(
                        TypedParameter.class,
                        "params",
                        context,
                        "DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS",
                        domain,
                        count,
                        flags);
    }

    @Override
    public void setParameters(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        if (flags == DomainFlags.AFFECT_CURRENT) {
            far.call(context, "DOMAIN_SET_SCHEDULER_PARAMETERS", domain, parameters);
        } else {
            far.call(context, "DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS", domain, parameters, flags);
        }
    }
}
