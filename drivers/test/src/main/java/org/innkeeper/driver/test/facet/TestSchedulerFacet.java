package org.innkeeper.driver.test.facet;

import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.ParameterType;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** The scheduler of a host in memory, which shares fairly by weight. */
final class TestSchedulerFacet extends HostFacet implements SchedulerFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final String WEIGHT = "weight";
    private static final long MOST_WEIGHT = 10_000;

    TestSchedulerFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public SchedulerType type(CallContext context, DomainRef domain) {
        return call(context, "scheduler.type", () -> {
            host.domains().get(domain);
            return new SchedulerType("fair", 1);
        });
    }

    @Override
    public List<TypedParameter> parameters(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("scheduler.parameters", flags, AFFECT);
        return call(context, "scheduler.parameters", () -> {
            TestDomain found = host.domains().get(domain);
            Affected affected = affected(found, flags);
            if (affected.live() && affected.config()) {
                throw HostErrors.argument("The live and the stored definition cannot be read at once");
            }
            return List.of(TypedParameter.ofUint(WEIGHT, found.schedulerWeight(affected.live())));
        });
    }

    @Override
    public void setParameters(CallContext context, DomainRef domain, List<TypedParameter> parameters, long flags) {
        DomainFlags.check("scheduler.set", flags, AFFECT);
        run(context, "scheduler.set", () -> {
            TestDomain found = host.domains().get(domain);
            Affected affected = affected(found, flags);
            parameters.forEach(TestSchedulerFacet::check);
            for (TypedParameter parameter : parameters) {
                if (affected.live()) {
                    found.setSchedulerWeight(true, parameter.number());
                }
                if (affected.config()) {
                    found.setSchedulerWeight(false, parameter.number());
                }
            }
        });
    }

    private static void check(TypedParameter parameter) {
        if (!parameter.name().equals(WEIGHT)) {
            throw HostErrors.argument("The scheduler of a test host has no parameter '" + parameter.name() + "'");
        }
        if (parameter.type() != ParameterType.UINT) {
            throw HostErrors.argument("The parameter 'weight' is an unsigned number, not " + parameter.type());
        }
        if (parameter.number() < 1 || parameter.number() > MOST_WEIGHT) {
            throw HostErrors.argument("The weight of a guest is 1 to " + MOST_WEIGHT + ", not " + parameter.number());
        }
    }
}
