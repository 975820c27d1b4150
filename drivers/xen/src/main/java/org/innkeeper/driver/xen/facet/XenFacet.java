package org.innkeeper.driver.xen.facet;

import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.unified.Inventory;
import org.innkeeper.driver.xen.unified.XenParts;

/** What the facets about domains have in common. */
abstract class XenFacet {
    final XenContext xen;
    final CallGate gate;
    final XenParts parts;
    final Inventory inventory;

    XenFacet(XenContext xen) {
        this.xen = xen;
        gate = xen.gate();
        parts = xen.parts();
        inventory = xen.inventory();
    }

    /** Looks at a domain as it is now. */
    <T> T read(CallContext context, String operation, DomainRef domain, Function<DomainRecord, T> work) {
        return gate.call(context, operation, () -> work.apply(inventory.glance(context, domain)));
    }

    /** Looks at a domain as it is now, and whether it is stored. */
    <T> T readWhole(CallContext context, String operation, DomainRef domain, Function<DomainRecord, T> work) {
        return gate.call(context, operation, () -> work.apply(inventory.get(context, domain)));
    }

    /** Changes a domain; listeners to events hear of it. */
    <T> T change(CallContext context, String operation, DomainRef domain, Function<DomainRecord, T> work) {
        return gate.call(context, operation, () -> {
            try {
                return work.apply(inventory.get(context, domain));
            } finally {
                xen.changes().run();
            }
        });
    }

    static DomainRecord active(DomainRecord domain) {
        if (!domain.active()) {
            throw PartErrors.state(ErrorOrigin.XEN, domain.key(), "does not run", "Start it first");
        }
        return domain;
    }

    /** Whether its next start goes on from a file that nobody named. */
    final boolean isSaved(DomainRecord domain) {
        return !domain.active() && xen.saves().exists(domain.uuid());
    }

    static DomainRecord inactive(DomainRecord domain) {
        if (domain.active()) {
            throw PartErrors.state(ErrorOrigin.XEN, domain.key(), "runs", "Shut it down first");
        }
        return domain;
    }

    static DomainRecord stored(DomainRecord domain) {
        if (!Boolean.TRUE.equals(domain.stored())) {
            throw PartErrors.state(ErrorOrigin.XEN, domain.key(), "is not defined", "Define it first");
        }
        return domain;
    }

    /** Domain-0 is the host itself. */
    static DomainRecord guest(DomainRecord domain, String what) {
        if (domain.key().isDomain0()) {
            throw PartErrors.state(
                    ErrorOrigin.XEN,
                    domain.key(),
                    "is the host itself and cannot be " + what,
                    "Do so in the system of the host, when its guests are off");
        }
        return domain;
    }

    /** Whether the run is meant, by the flags of what is affected and how the domain is. */
    static boolean affectsLive(DomainRecord domain, long flags) {
        boolean live = (flags & DomainFlags.AFFECT_LIVE) != 0;
        boolean config = (flags & DomainFlags.AFFECT_CONFIG) != 0;
        if (live) {
            active(domain);
        }
        return live || !config && domain.active();
    }

    /** Whether the definition is meant. */
    static boolean affectsConfig(DomainRecord domain, long flags) {
        boolean live = (flags & DomainFlags.AFFECT_LIVE) != 0;
        boolean config = (flags & DomainFlags.AFFECT_CONFIG) != 0;
        if (config) {
            stored(domain);
        }
        return config || !live && !domain.active();
    }

    static InnkeeperException unsupported(String what) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.XEN, "Xen, or this way to it, has no " + what));
    }
}
