package org.innkeeper.driver.xen.facet;

import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;

/** Xen's scheduler: credit, credit2, and sedf where it is still there. Its parameters belong to the run. */
final class XenSchedulerFacet extends XenFacet implements SchedulerFacet {
    XenSchedulerFacet(XenContext xen) {
        super(xen);
    }

    private SchedulerType type(CallContext context) {
        return parts.ask(context, XenFunction.SCHEDULER_TYPE, part -> part.schedulerType(context));
    }

    @Override
    public SchedulerType type(CallContext context, DomainRef domain) {
        return read(context, "scheduler.type", domain, record -> type(context));
    }

    @Override
    public List<TypedParameter> parameters(CallContext context, DomainRef domain, long flags) {
        return read(context, "scheduler.parameters", domain, record -> {
            check("scheduler.parameters", record, flags);
            return parts.ask(
                    context, XenFunction.SCHEDULER_PARAMETERS, part -> part.schedulerParameters(context, record.key()));
        });
    }

    private static void check(String operation, DomainRecord domain, long flags) {
        DomainFlags.check(operation, flags, DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG);
        if ((flags & DomainFlags.AFFECT_CONFIG) != 0) {
            throw unsupported("parameters of the scheduler in definitions");
        }
        active(domain);
    }

    @Override
    public void setParameters(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        change(context, "scheduler.setParameters", domain, record -> {
            check("scheduler.setParameters", record, flags);
            String scheduler = type(context).name();
            parameters.forEach(parameter -> SchedulerKnob.check(scheduler, parameter));
            if (!parameters.isEmpty()) {
                parts.tell(
                        context,
                        XenFunction.SET_SCHEDULER_PARAMETERS,
                        part -> part.setSchedulerParameters(context, record.key(), parameters));
            }
            return null;
        });
    }
}
