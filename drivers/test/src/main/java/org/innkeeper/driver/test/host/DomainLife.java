package org.innkeeper.driver.test.host;

import java.util.Map;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;

/**
 * What happens to domains: every change of state with the events that belong to it. State rules are those of libvirt. Used
 * under the lock of the host.
 */
public final class DomainLife {
    private final TestHost host;

    DomainLife(TestHost host) {
        this.host = host;
    }

    /** Starts a domain that is known but does not run. */
    public void boot(TestDomain domain, boolean paused) {
        requireInactive(domain);
        begin(domain, domain.persistent(), paused, Reason.RUNNING_BOOTED, Detail.STARTED_BOOTED);
    }

    /** Starts a domain from a saved state; the state is not removed. */
    public void restore(TestDomain domain, SavedGuest saved) {
        requireInactive(domain);
        begin(domain, saved.definition(), !saved.running(), Reason.RUNNING_RESTORED, Detail.STARTED_RESTORED);
    }

    /** Starts a run of an inactive domain. */
    void begin(TestDomain domain, DomainDefinition definition, boolean paused, int reason, int detail) {
        domain.begin(
                definition, paused ? DomainState.PAUSED : DomainState.RUNNING, paused ? Reason.PAUSED_USER : reason);
        post(domain, DomainLifecycleType.STARTED, detail);
        if (paused) {
            post(domain, DomainLifecycleType.SUSPENDED, Detail.SUSPENDED_PAUSED);
        }
    }

    /** A domain is found in a state, as it was before anybody looked; nobody is told. */
    public void appear(TestDomain domain, DomainDefinition definition, DomainState state) {
        domain.begin(definition, DomainState.RUNNING, 0);
        domain.age();
        switch (state) {
            case RUNNING -> {}
            case PAUSED -> domain.setStatus(state, Reason.PAUSED_USER);
            case SHUTTING_DOWN -> domain.setStatus(state, Reason.SHUTTING_DOWN_USER);
            case CRASHED -> domain.setStatus(state, Reason.CRASHED_PANICKED);
            default -> domain.setStatus(state, 0);
        }
    }

    /** Ends a run; a transient domain is gone then. */
    public void stop(TestDomain domain, int reason, int detail) {
        requireActive(domain);
        domain.end(reason);
        post(domain, DomainLifecycleType.STOPPED, detail);
        if (!domain.isPersistent()) {
            host.domains().remove(domain);
        }
    }

    public void suspend(TestDomain domain) {
        requireActive(domain);
        switch (domain.state()) {
            case PAUSED -> throw HostErrors.state(domain, "is paused already", "Resume it");
            case CRASHED, PM_SUSPENDED, SHUTTING_DOWN -> throw notRunning(domain);
            default -> {
                domain.setStatus(DomainState.PAUSED, Reason.PAUSED_USER);
                post(domain, DomainLifecycleType.SUSPENDED, Detail.SUSPENDED_PAUSED);
            }
        }
    }

    public void resume(TestDomain domain) {
        requireActive(domain);
        switch (domain.state()) {
            case PAUSED -> {
                domain.setStatus(DomainState.RUNNING, Reason.RUNNING_UNPAUSED);
                post(domain, DomainLifecycleType.RESUMED, Detail.RESUMED_UNPAUSED);
            }
            case PM_SUSPENDED -> throw HostErrors.state(domain, "sleeps", "Wake the guest up");
            default -> throw HostErrors.state(domain, "is not paused", null);
        }
    }

    /** The guest was asked to shut down and has begun to. */
    public void beginShutdown(TestDomain domain) {
        requireActive(domain);
        if (domain.state() == DomainState.SHUTTING_DOWN) {
            return;
        }
        requireListening(domain);
        domain.setStatus(DomainState.SHUTTING_DOWN, Reason.SHUTTING_DOWN_USER);
    }

    /** A guest that was asked to shut down, or did it of its own, has ended. */
    public void powerOff(TestDomain domain, boolean byGuest) {
        requireActive(domain);
        post(domain, DomainLifecycleType.SHUTDOWN, byGuest ? Detail.SHUTDOWN_GUEST : Detail.SHUTDOWN_HOST);
        act(domain, LifecycleEvent.POWEROFF);
    }

    /** A guest reboots. */
    public void reboot(TestDomain domain) {
        requireListening(domain);
        act(domain, LifecycleEvent.REBOOT);
    }

    /** A machine is reset; its guest is not asked. */
    public void reset(TestDomain domain) {
        requireActive(domain);
        restartInPlace(domain);
    }

    /** A guest crashes. */
    public void crash(TestDomain domain) {
        requireListening(domain);
        domain.setStatus(DomainState.CRASHED, Reason.CRASHED_PANICKED);
        post(domain, DomainLifecycleType.CRASHED, Detail.CRASHED_PANICKED);
        act(domain, LifecycleEvent.CRASH);
    }

    /** A guest puts itself to sleep. */
    public void sleep(TestDomain domain) {
        requireListening(domain);
        domain.setStatus(DomainState.PM_SUSPENDED, 0);
        post(domain, DomainLifecycleType.PM_SUSPENDED, Detail.PM_SUSPENDED_MEMORY);
    }

    /** A sleeping guest wakes up. */
    public void wakeUp(TestDomain domain) {
        requireActive(domain);
        if (domain.state() != DomainState.PM_SUSPENDED) {
            throw HostErrors.state(domain, "does not sleep", null);
        }
        domain.setStatus(DomainState.RUNNING, Reason.RUNNING_WAKEUP);
        post(domain, DomainLifecycleType.STARTED, Detail.STARTED_WAKEUP);
    }

    private void act(TestDomain domain, LifecycleEvent event) {
        switch (domain.run().definition().facts().action(event)) {
            case DESTROY, COREDUMP_DESTROY -> stopAfter(domain, event);
            case RESTART, COREDUMP_RESTART -> restartInPlace(domain);
            case RENAME_RESTART -> {
                rename(domain, freeName(domain.name()));
                restartInPlace(domain);
            }
            case PRESERVE -> preserve(domain, event);
        }
    }

    private void stopAfter(TestDomain domain, LifecycleEvent event) {
        boolean crashed = event == LifecycleEvent.CRASH;
        stop(
                domain,
                crashed ? Reason.SHUT_OFF_CRASHED : Reason.SHUT_OFF_SHUTDOWN,
                crashed ? Detail.STOPPED_CRASHED : Detail.STOPPED_SHUTDOWN);
    }

    /** The run goes on with its id, as a reset does; only the guest begins again. */
    private void restartInPlace(TestDomain domain) {
        domain.setStatus(DomainState.RUNNING, Reason.RUNNING_BOOTED);
        host.events().other(domain, DomainOther.REBOOT, Map.of());
    }

    /** The machine is kept as the guest left it, for somebody to look into, until it is destroyed. */
    private void preserve(TestDomain domain, LifecycleEvent event) {
        domain.setStatus(
                event == LifecycleEvent.CRASH ? DomainState.CRASHED : DomainState.SHUTTING_DOWN,
                event == LifecycleEvent.CRASH ? Reason.CRASHED_PANICKED : Reason.SHUTTING_DOWN_USER);
        domain.run().meter().pause(host.seconds());
    }

    private String freeName(String name) {
        for (int i = 1; ; i++) {
            String candidate = name + "-" + i;
            if (host.domains().findByName(candidate) == null) {
                return candidate;
            }
        }
    }

    /** Gives a domain another name, in all its definitions. */
    void rename(TestDomain domain, String newName) {
        post(domain, DomainLifecycleType.UNDEFINED, Detail.UNDEFINED_RENAMED);
        if (domain.isPersistent()) {
            domain.setPersistentQuietly(renamed(domain.persistent(), newName));
        }
        if (domain.isActive()) {
            domain.setLive(renamed(domain.run().definition(), newName));
        }
        host.domains().rename(domain, newName);
        post(domain, DomainLifecycleType.DEFINED, Detail.DEFINED_RENAMED);
    }

    private static DomainDefinition renamed(DomainDefinition definition, String newName) {
        return definition.edited(root -> root.element("name").setText(newName));
    }

    public void requireActive(TestDomain domain) {
        if (!domain.isActive()) {
            throw notRunning(domain);
        }
    }

    public void requireInactive(TestDomain domain) {
        if (domain.isActive()) {
            throw HostErrors.state(domain, "is running already", null);
        }
    }

    /** The guest can only react while it runs. */
    private void requireListening(TestDomain domain) {
        requireActive(domain);
        if (domain.state() != DomainState.RUNNING && domain.state() != DomainState.BLOCKED) {
            throw HostErrors.state(
                    domain,
                    "cannot react in its state",
                    domain.state() == DomainState.PAUSED ? "Resume it first" : "Force it off");
        }
    }

    private static RuntimeException notRunning(TestDomain domain) {
        return HostErrors.state(domain, "is not running", "Start it first");
    }

    private void post(TestDomain domain, DomainLifecycleType type, int detail) {
        host.events().post(domain, type, detail);
    }
}
