package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.host.Detail;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.LifecycleAction;
import org.innkeeper.driver.test.host.LifecycleEvent;
import org.innkeeper.driver.test.host.Reason;
import org.innkeeper.driver.test.host.SavedGuest;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.XmlReading;

/** Domains of a host in memory. */
final class TestDomainFacet extends HostFacet implements DomainFacet {
    private static final long START = DomainFlags.START_PAUSED
            | DomainFlags.START_AUTODESTROY
            | DomainFlags.START_BYPASS_CACHE
            | DomainFlags.START_FORCE_BOOT
            | DomainFlags.START_VALIDATE;
    private static final long SHUTDOWN = DomainFlags.SHUTDOWN_ACPI_POWER_BUTTON
            | DomainFlags.SHUTDOWN_GUEST_AGENT
            | DomainFlags.SHUTDOWN_INITCTL
            | DomainFlags.SHUTDOWN_SIGNAL
            | DomainFlags.SHUTDOWN_PARAVIRT;

    private static final long MESSAGES_DEPRECATION = 1;
    private static final long MESSAGES_TAINTING = 1L << 1;

    /** Who destroys domains that go with their connection. */
    private final Object connection;

    TestDomainFacet(TestHost host, Gate gate, Object connection) {
        super(host, gate);
        this.connection = connection;
    }

    @Override
    public List<DomainRef> list(CallContext context, long flags) {
        DomainFlags.check("domain.list", flags, DomainFlags.LIST_ALL);
        return call(context, "domain.list", () -> {
            List<DomainRef> refs = new ArrayList<>(host.domains().size());
            host.domains().matching(flags).forEach(domain -> refs.add(domain.ref()));
            return List.copyOf(refs);
        });
    }

    @Override
    public DomainRef lookupById(CallContext context, int id) {
        return call(context, "domain.lookup", () -> host.domains().byId(id).ref());
    }

    @Override
    public DomainRef lookupByName(CallContext context, String name) {
        return call(context, "domain.lookup", () -> host.domains().byName(name).ref());
    }

    @Override
    public DomainRef lookupByUuid(CallContext context, UUID uuid) {
        return call(context, "domain.lookup", () -> host.domains().byUuid(uuid).ref());
    }

    @Override
    public DomainInfo info(CallContext context, DomainRef domain) {
        return call(context, "domain.info", () -> host.domains().get(domain).info());
    }

    @Override
    public DomainStatus status(CallContext context, DomainRef domain) {
        return call(context, "domain.status", () -> host.domains().get(domain).status());
    }

    @Override
    public String xml(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check(
                "domain.xml",
                flags,
                DomainFlags.XML_SECURE
                        | DomainFlags.XML_INACTIVE
                        | DomainFlags.XML_UPDATE_CPU
                        | DomainFlags.XML_MIGRATABLE);
        return call(context, "domain.xml", () -> {
            TestDomain found = host.domains().get(domain);
            boolean secrets = (flags & DomainFlags.XML_SECURE) != 0;
            boolean inactive = (flags & (DomainFlags.XML_INACTIVE | DomainFlags.XML_MIGRATABLE)) != 0;
            return DomainXml.of(found, inactive, secrets);
        });
    }

    @Override
    public DomainRef createXml(CallContext context, String xml, long flags) {
        DomainFlags.check("domain.create", flags, START);
        return call(context, "domain.create", () -> {
            TestDomain domain = host.inventory().create(xml, (flags & DomainFlags.START_PAUSED) != 0);
            own(domain, flags);
            return domain.ref();
        });
    }

    @Override
    public DomainRef defineXml(CallContext context, String xml, long flags) {
        DomainFlags.check("domain.define", flags, DomainFlags.DEFINE_VALIDATE);
        return call(context, "domain.define", () -> host.inventory().define(xml).ref());
    }

    @Override
    public DomainRef start(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("domain.start", flags, START);
        return call(context, "domain.start", () -> {
            TestDomain found = host.domains().get(domain);
            SavedGuest saved = found.managedSave();
            boolean paused = (flags & DomainFlags.START_PAUSED) != 0;
            if (saved != null && (flags & DomainFlags.START_FORCE_BOOT) == 0) {
                host.life().restore(found, paused ? new SavedGuest(saved.definition(), false) : saved);
            } else {
                host.life().boot(found, paused);
            }
            host.inventory().forgetManagedSave(found);
            own(found, flags);
            return found.ref();
        });
    }

    private void own(TestDomain domain, long flags) {
        if ((flags & DomainFlags.START_AUTODESTROY) != 0) {
            host.inventory().own(domain, connection);
        }
    }

    @Override
    public void undefine(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check(
                "domain.undefine",
                flags,
                DomainFlags.UNDEFINE_MANAGED_SAVE
                        | DomainFlags.UNDEFINE_SNAPSHOTS_METADATA
                        | DomainFlags.UNDEFINE_NVRAM
                        | DomainFlags.UNDEFINE_KEEP_NVRAM
                        | DomainFlags.UNDEFINE_CHECKPOINTS_METADATA);
        run(context, "domain.undefine", () -> host.inventory()
                .undefine(
                        host.domains().get(domain),
                        (flags & DomainFlags.UNDEFINE_MANAGED_SAVE) != 0,
                        (flags & DomainFlags.UNDEFINE_SNAPSHOTS_METADATA) != 0));
    }

    @Override
    public void shutdown(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("domain.shutdown", flags, SHUTDOWN);
        run(context, "domain.shutdown", () -> {
            TestDomain found = host.domains().get(domain);
            host.life().beginShutdown(found);
            long nanos = gate.faults().shutdownTime().toNanos();
            if (nanos == 0) {
                host.life().powerOff(found, false);
            } else {
                later(nanos, found, found.run().id());
            }
        });
    }

    /** Ends a guest that needs its time, unless something else happened to it meanwhile. */
    private void later(long nanos, TestDomain domain, int id) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> {
            synchronized (host) {
                if (domain.isActive() && domain.run().id() == id && domain.state() == DomainState.SHUTTING_DOWN) {
                    host.life().powerOff(domain, false);
                }
            }
        });
    }

    @Override
    public void reboot(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("domain.reboot", flags, SHUTDOWN);
        run(context, "domain.reboot", () -> host.life().reboot(host.domains().get(domain)));
    }

    @Override
    public void reset(CallContext context, DomainRef domain) {
        run(context, "domain.reset", () -> host.life().reset(host.domains().get(domain)));
    }

    @Override
    public void destroy(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("domain.destroy", flags, DomainFlags.DESTROY_GRACEFUL | DomainFlags.DESTROY_REMOVE_LOGS);
        run(context, "domain.destroy", () -> host.life()
                .stop(host.domains().get(domain), Reason.SHUT_OFF_DESTROYED, Detail.STOPPED_DESTROYED));
    }

    @Override
    public void suspend(CallContext context, DomainRef domain) {
        run(context, "domain.suspend", () -> host.life().suspend(host.domains().get(domain)));
    }

    @Override
    public void resume(CallContext context, DomainRef domain) {
        run(context, "domain.resume", () -> host.life().resume(host.domains().get(domain)));
    }

    @Override
    public boolean isPersistent(CallContext context, DomainRef domain) {
        return call(context, "domain.info", () -> host.domains().get(domain).isPersistent());
    }

    @Override
    public boolean isUpdated(CallContext context, DomainRef domain) {
        return call(context, "domain.info", () -> host.domains().get(domain).isUpdated());
    }

    @Override
    public boolean autostart(CallContext context, DomainRef domain) {
        return call(context, "domain.info", () -> host.domains().get(domain).autostart());
    }

    @Override
    public void setAutostart(CallContext context, DomainRef domain, boolean autostart) {
        run(context, "domain.autostart", () -> host.inventory()
                .setAutostart(host.domains().get(domain), autostart));
    }

    /** What libvirt's test driver says of all its guests. */
    @Override
    public String osType(CallContext context, DomainRef domain) {
        return call(context, "domain.info", () -> {
            host.domains().get(domain);
            return "linux";
        });
    }

    @Override
    public long maxMemory(CallContext context, DomainRef domain) {
        return call(
                context,
                "domain.info",
                () -> host.domains().get(domain).current().facts().maxMemory());
    }

    @Override
    public void setMaxMemory(CallContext context, DomainRef domain, long memory) {
        run(context, "domain.memory", () -> {
            TestDomain found = host.domains().get(domain);
            setMemory(found, memory, affected(found, DomainFlags.AFFECT_CURRENT), true);
        });
    }

    @Override
    public void setMemory(CallContext context, DomainRef domain, long memory, long flags) {
        DomainFlags.check(
                "domain.memory",
                flags,
                DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG | DomainFlags.MEMORY_MAXIMUM);
        run(context, "domain.memory", () -> {
            TestDomain found = host.domains().get(domain);
            setMemory(found, memory, affected(found, flags), (flags & DomainFlags.MEMORY_MAXIMUM) != 0);
        });
    }

    private void setMemory(TestDomain domain, long memory, Affected affected, boolean maximum) {
        if (memory < 1) {
            throw HostErrors.argument("The memory of '" + domain.name() + "' must be at least 1 KiB");
        }
        if (affected.live()) {
            checkMemory(domain, domain.run().definition(), memory, maximum, true);
        }
        if (affected.config()) {
            checkMemory(domain, domain.persistent(), memory, maximum, false);
        }
        host.inventory().edit(domain, affected.live(), affected.config(), root -> setMemory(root, memory, maximum));
        if (affected.live() && !maximum) {
            host.inventory().balloonChanged(domain, memory);
        }
    }

    private static void setMemory(XmlElement root, long memory, boolean maximum) {
        XmlReading.setText(root, maximum ? "memory" : "currentMemory", Long.toString(memory))
                .setAttribute("unit", "KiB");
    }

    private static void checkMemory(
            TestDomain domain, DomainDefinition definition, long memory, boolean maximum, boolean live) {
        if (maximum && live) {
            throw HostErrors.state(domain, "is running, so its maximum memory cannot change", "Shut it down first");
        }
        long most = definition.facts().maxMemory();
        if (!maximum && memory > most) {
            throw HostErrors.domain(
                    ErrorCode.INVALID_ARG,
                    domain,
                    "Cannot give '" + domain.name() + "' " + memory + " KiB of memory: its maximum is " + most,
                    "Raise the maximum memory first");
        }
    }

    @Override
    public DomainRef rename(CallContext context, DomainRef domain, String newName) {
        return call(context, "domain.rename", () -> {
            TestDomain found = host.domains().get(domain);
            host.inventory().rename(found, newName);
            return found.ref();
        });
    }

    @Override
    public void setLifecycleAction(CallContext context, DomainRef domain, int event, int action, long flags) {
        DomainFlags.check("domain.lifecycleAction", flags, DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG);
        LifecycleEvent on = LifecycleEvent.ofNumber(event)
                .orElseThrow(() -> HostErrors.argument("There is no lifecycle event " + event));
        LifecycleAction then = LifecycleAction.ofNumber(action)
                .orElseThrow(() -> HostErrors.argument("There is no lifecycle action " + action));
        run(context, "domain.lifecycleAction", () -> {
            TestDomain found = host.domains().get(domain);
            Affected affected = affected(found, flags);
            host.inventory()
                    .edit(
                            found,
                            affected.live(),
                            affected.config(),
                            root -> XmlReading.setText(root, on.element(), then.xmlName()));
        });
    }

    @Override
    public List<SecurityLabel> securityLabels(CallContext context, DomainRef domain) {
        return call(
                context,
                "domain.info",
                () -> host.domains().get(domain).isActive()
                        ? List.of(new SecurityLabel("libvirt-test", true))
                        : List.of());
    }

    @Override
    public List<String> messages(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("domain.messages", flags, MESSAGES_DEPRECATION | MESSAGES_TAINTING);
        return call(context, "domain.info", () -> {
            List<String> messages = host.domains().get(domain).current().facts().messages();
            boolean tainting = flags == 0 || (flags & MESSAGES_TAINTING) != 0;
            boolean deprecation = flags == 0 || (flags & MESSAGES_DEPRECATION) != 0;
            return messages.stream()
                    .filter(message -> message.startsWith("tainted:") ? tainting : deprecation)
                    .toList();
        });
    }
}
