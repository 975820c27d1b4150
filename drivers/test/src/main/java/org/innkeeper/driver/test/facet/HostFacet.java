package org.innkeeper.driver.test.facet;

import java.util.function.Supplier;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** What all facets share: the host, the gate, and how a call is made. */
abstract class HostFacet {
    final TestHost host;
    final Gate gate;

    HostFacet(TestHost host, Gate gate) {
        this.host = host;
        this.gate = gate;
    }

    /** Makes a call that ends at once. */
    final <T> T call(CallContext context, String operation, Supplier<T> body) {
        gate.enter(context, operation);
        synchronized (host) {
            return body.get();
        }
    }

    /** Makes a call that ends at once and returns nothing. */
    final void run(CallContext context, String operation, Runnable body) {
        gate.enter(context, operation);
        synchronized (host) {
            body.run();
        }
    }

    /** Which definitions an {@code AFFECT_} flag means; both may be meant, never none. */
    record Affected(boolean live, boolean config) {}

    /** Reads {@code AFFECT_} bits and refuses those that do not fit the state. */
    static Affected affected(TestDomain domain, long flags) {
        boolean live = (flags & DomainFlags.AFFECT_LIVE) != 0;
        boolean config = (flags & DomainFlags.AFFECT_CONFIG) != 0;
        if (!live && !config) {
            live = domain.isActive();
            config = !live;
        }
        if (live && !domain.isActive()) {
            throw HostErrors.state(domain, "is not running", "Change the stored definition, or start it first");
        }
        if (config && !domain.isPersistent()) {
            throw HostErrors.state(domain, "is transient and has no stored definition", "Define it first");
        }
        return new Affected(live, config);
    }

    /** The one definition to read that an {@code AFFECT_} flag means. */
    static DomainDefinition chosen(TestDomain domain, long flags) {
        Affected affected = affected(domain, flags);
        if (affected.live() && affected.config()) {
            throw HostErrors.argument("The live and the stored definition cannot be read at once");
        }
        return affected.live() ? domain.run().definition() : domain.persistent();
    }
}
