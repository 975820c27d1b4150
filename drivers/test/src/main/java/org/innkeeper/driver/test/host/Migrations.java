package org.innkeeper.driver.test.host;

import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;

/** Moving domains from one host to another, seen from either side. Used under the lock of the host. */
public final class Migrations {
    private final TestHost host;

    Migrations(TestHost host) {
        this.host = host;
    }

    /** On the target: the domain is there and waits for its memory. */
    public void expect(DomainDefinition definition) {
        TestDomain domain = host.inventory().known(definition);
        host.life().requireInactive(domain);
        domain.begin(definition, DomainState.PAUSED, Reason.PAUSED_MIGRATION);
        host.events().post(domain, DomainLifecycleType.STARTED, Detail.STARTED_MIGRATED);
    }

    /** On the source: the domain has been sent and waits for what the target says. */
    public void sent(TestDomain domain) {
        host.life().requireActive(domain);
        domain.setStatus(DomainState.PAUSED, Reason.PAUSED_MIGRATION);
        host.events().post(domain, DomainLifecycleType.SUSPENDED, Detail.SUSPENDED_MIGRATED);
    }

    private static boolean waits(TestDomain domain) {
        return domain.state() == DomainState.PAUSED && domain.status().reason() == Reason.PAUSED_MIGRATION;
    }

    /**
     * On the target: all has arrived.
     *
     * @param stored the definition to store there, or null
     */
    public void arrived(TestDomain domain, boolean paused, DomainDefinition stored) {
        if (waits(domain)) {
            if (paused) {
                domain.setStatus(DomainState.PAUSED, Reason.PAUSED_USER);
                host.events().post(domain, DomainLifecycleType.SUSPENDED, Detail.SUSPENDED_PAUSED);
            } else {
                domain.setStatus(DomainState.RUNNING, Reason.RUNNING_MIGRATED);
                host.events().post(domain, DomainLifecycleType.RESUMED, Detail.RESUMED_MIGRATED);
            }
        }
        if (stored != null) {
            boolean added = !domain.isPersistent();
            domain.setPersistentQuietly(stored);
            host.events()
                    .post(domain, DomainLifecycleType.DEFINED, added ? Detail.DEFINED_ADDED : Detail.DEFINED_UPDATED);
        }
    }

    /** On the target: nothing will arrive. */
    public void dropped(TestDomain domain) {
        if (domain.isActive() && waits(domain)) {
            host.life().stop(domain, Reason.SHUT_OFF_DESTROYED, Detail.STOPPED_MIGRATED);
        }
    }

    /** On the source: the domain is elsewhere now. */
    public void left(TestDomain domain, boolean undefine) {
        if (undefine && domain.isPersistent()) {
            host.inventory().undefine(domain, true, true);
        }
        if (domain.isActive()) {
            host.life().stop(domain, Reason.SHUT_OFF_MIGRATED, Detail.STOPPED_MIGRATED);
        }
    }

    /** On the source: the domain stays, and goes on if it ran. */
    public void stayed(TestDomain domain, boolean paused) {
        if (domain.isActive() && waits(domain)) {
            domain.setStatus(
                    paused ? DomainState.PAUSED : DomainState.RUNNING,
                    paused ? Reason.PAUSED_USER : Reason.RUNNING_MIGRATION_CANCELLED);
            if (!paused) {
                host.events().post(domain, DomainLifecycleType.RESUMED, Detail.RESUMED_MIGRATED);
            }
        }
    }
}
