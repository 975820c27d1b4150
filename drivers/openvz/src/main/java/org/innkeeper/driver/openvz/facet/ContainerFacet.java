package org.innkeeper.driver.openvz.facet;

import java.util.function.Function;
import java.util.function.Supplier;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.VzErrors;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.host.VzctlAbilities;
import org.innkeeper.driver.openvz.stats.HostFacts;

/** What the facets about containers share. */
abstract class ContainerFacet {
    final VzHost host;
    final CallGate gate;
    final VzctlAbilities abilities;
    final HostFacts facts;
    private final Runnable changes;

    ContainerFacet(OpenvzContext openvz) {
        host = openvz.host();
        gate = openvz.gate();
        abilities = openvz.abilities();
        changes = openvz.changes();
        facts = new HostFacts(host.paths().proc());
    }

    /** Looks at a container as it is now. */
    <T> T read(CallContext context, String operation, DomainRef domain, Function<Container, T> work) {
        return gate.call(context, operation, () -> work.apply(host.byUuid(context, domain.uuid())));
    }

    /** Changes a container, as it is when nobody else changes it. */
    <T> T change(CallContext context, String operation, DomainRef domain, Function<Container, T> work) {
        return changing(context, operation, () -> {
            int veid = host.byUuid(context, domain.uuid()).veid();
            return host.change(context, veid, operation, () -> work.apply(host.byUuid(context, domain.uuid())));
        });
    }

    /** Changes the host; whoever listens to events hears of it before this returns. */
    <T> T changing(CallContext context, String operation, Supplier<T> work) {
        return gate.call(context, operation, () -> {
            try {
                return work.get();
            } finally {
                changes.run();
            }
        });
    }

    static Container active(Container container) {
        if (!container.running()) {
            throw VzErrors.state(container, "does not run", "Start it first");
        }
        return container;
    }

    static Container inactive(Container container) {
        if (container.running()) {
            throw VzErrors.state(container, "runs", "Stop it first");
        }
        return container;
    }

    /** What the container itself takes part in. */
    static Container awake(Container container) {
        if (active(container).state() == DomainState.PAUSED) {
            throw VzErrors.state(container, "is paused", "Resume it first");
        }
        return container;
    }

    /** A change of the run only makes no sense without one; else both are the same, since vzctl stores what it changes. */
    static void checkAffected(Container container, long flags) {
        if ((flags & DomainFlags.AFFECT_LIVE) != 0) {
            active(container);
        }
    }
}
