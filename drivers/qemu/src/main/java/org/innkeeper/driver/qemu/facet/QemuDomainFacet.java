package org.innkeeper.driver.qemu.facet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.lifecycle.Affected;
import org.innkeeper.driver.qemu.lifecycle.Definition;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;
import org.innkeeper.driver.qemu.lifecycle.GuestView;
import org.innkeeper.driver.qemu.process.ProcStat;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Domains of the embedded driver. */
final class QemuDomainFacet implements DomainFacet {
    private static final long START = DomainFlags.START_PAUSED
            | DomainFlags.START_AUTODESTROY
            | DomainFlags.START_BYPASS_CACHE
            | DomainFlags.START_FORCE_BOOT
            | DomainFlags.START_VALIDATE;
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;

    private static final long MESSAGES_DEPRECATION = 1;
    private static final long MESSAGES = 3;

    private final EmbeddedHost host;
    private final CallGate gate;

    /** Guests that end with this connection, by their UUID, with the id of the run that was meant. */
    private final Map<UUID, Integer> owned = new ConcurrentHashMap<>();

    QemuDomainFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    private Guest guest(DomainRef domain) {
        return host.guests().require(domain);
    }

    @Override
    public List<DomainRef> list(CallContext context, long flags) {
        DomainFlags.check("listing domains", flags, DomainFlags.LIST_ALL);
        return gate.call(context, "listing domains", () -> {
            DomainFilter filter = new DomainFilter(host, flags);
            return host.guests().all().stream()
                    .filter(filter::accepts)
                    .map(guest -> guest.view().ref())
                    .toList();
        });
    }

    @Override
    public DomainRef lookupById(CallContext context, int id) {
        return gate.call(context, "looking up a domain", () -> host.guests()
                .byId(id)
                .map(guest -> guest.view().ref())
                .orElseThrow(() -> GuestErrors.notFound("no domain with matching id " + id)));
    }

    @Override
    public DomainRef lookupByName(CallContext context, String name) {
        return gate.call(context, "looking up a domain", () -> host.guests()
                .byName(name)
                .map(guest -> guest.view().ref())
                .orElseThrow(() -> GuestErrors.notFound("no domain with matching name '" + name + "'")));
    }

    @Override
    public DomainRef lookupByUuid(CallContext context, UUID uuid) {
        return gate.call(context, "looking up a domain", () -> host.guests()
                .byUuid(uuid)
                .map(guest -> guest.view().ref())
                .orElseThrow(() -> GuestErrors.notFound("no domain with matching uuid '" + uuid + "'")));
    }

    @Override
    public DomainInfo info(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> infoOf(guest(domain).view()));
    }

    private static DomainInfo infoOf(GuestView view) {
        if (!view.isActive()) {
            Definition stored = view.stored();
            return new DomainInfo(
                    view.status().state(), stored.memory(), stored.currentMemory(), stored.currentVcpus(), 0);
        }
        ActiveRun run = view.active();
        long cpuTime =
                ProcStat.ofProcess(run.process().pid()).map(ProcStat::cpuNanos).orElse(0L);
        return new DomainInfo(
                view.status().state(),
                run.live().memory(),
                run.balloon(),
                run.live().currentVcpus(),
                cpuTime);
    }

    @Override
    public DomainStatus status(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> guest(domain).view().status());
    }

    @Override
    public String xml(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check(
                "reading a definition",
                flags,
                DomainFlags.XML_SECURE | DomainFlags.XML_INACTIVE | DomainFlags.XML_MIGRATABLE);
        return gate.call(context, "reading a definition", () -> {
            GuestView view = guest(domain).view();
            boolean inactive = (flags & (DomainFlags.XML_INACTIVE | DomainFlags.XML_MIGRATABLE)) != 0;
            Definition definition = view.isActive() && !inactive ? liveOf(view.active()) : view.stored();
            return Secrets.text(definition, (flags & DomainFlags.XML_SECURE) != 0);
        });
    }

    /** The live definition with the memory the balloon leaves now. */
    private static Definition liveOf(ActiveRun run) {
        if (run.live().currentMemory() == run.balloon()) {
            return run.live();
        }
        Definition live = run.live().copy();
        live.setSize("currentMemory", run.balloon());
        return live;
    }

    @Override
    public DomainRef createXml(CallContext context, String xml, long flags) {
        DomainFlags.check("starting a domain", flags, START);
        return gate.call(context, "starting a domain", () -> {
            Guest guest = host.definitions().createTransient(context, xml, (flags & DomainFlags.START_PAUSED) != 0);
            own(guest, flags);
            return guest.view().ref();
        });
    }

    @Override
    public DomainRef defineXml(CallContext context, String xml, long flags) {
        DomainFlags.check("defining a domain", flags, DomainFlags.DEFINE_VALIDATE);
        return gate.call(
                context,
                "defining a domain",
                () -> host.definitions().define(context, xml).view().ref());
    }

    @Override
    public DomainRef start(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("starting a domain", flags, START);
        return gate.call(context, "starting a domain", () -> {
            Guest guest = guest(domain);
            host.operations()
                    .start(
                            context,
                            guest,
                            (flags & DomainFlags.START_PAUSED) != 0,
                            (flags & DomainFlags.START_FORCE_BOOT) != 0);
            own(guest, flags);
            return guest.view().ref();
        });
    }

    private void own(Guest guest, long flags) {
        if ((flags & DomainFlags.START_AUTODESTROY) != 0) {
            guest.view().run().ifPresent(run -> owned.put(guest.uuid(), run.id()));
        }
    }

    /** Ends the guests that were started to end with this connection. */
    void destroyOwned() {
        owned.forEach((uuid, id) -> host.guests()
                .byUuid(uuid)
                .filter(guest ->
                        guest.view().run().filter(run -> run.id() == id).isPresent())
                .ifPresent(guest -> host.operations().destroy(CallContext.create(), guest, false)));
    }

    @Override
    public void undefine(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check(
                "undefining a domain",
                flags,
                DomainFlags.UNDEFINE_MANAGED_SAVE
                        | DomainFlags.UNDEFINE_SNAPSHOTS_METADATA
                        | DomainFlags.UNDEFINE_NVRAM
                        | DomainFlags.UNDEFINE_KEEP_NVRAM
                        | DomainFlags.UNDEFINE_CHECKPOINTS_METADATA);
        gate.run(context, "undefining a domain", () -> {
            Guest guest = guest(domain);
            boolean lose = (flags & DomainFlags.UNDEFINE_MANAGED_SAVE) != 0;
            if (host.saves().hasManagedSave(guest) && !lose) {
                throw GuestErrors.wrongState(guest, "has a managed save; remove that first, or say that it may go");
            }
            NvramFiles.undefine(
                    guest, (flags & DomainFlags.UNDEFINE_NVRAM) != 0, (flags & DomainFlags.UNDEFINE_KEEP_NVRAM) != 0);
            host.definitions().undefine(context, guest);
            if (lose) {
                host.saves().removeManagedSave(guest);
            }
        });
    }

    @Override
    public void shutdown(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("shutting a domain down", flags, DomainFlags.SHUTDOWN_ACPI_POWER_BUTTON);
        gate.run(context, "shutting a domain down", () -> host.operations().shutdown(context, guest(domain)));
    }

    @Override
    public void reboot(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("rebooting a domain", flags, DomainFlags.SHUTDOWN_ACPI_POWER_BUTTON);
        gate.run(context, "rebooting a domain", () -> host.operations().reboot(context, guest(domain)));
    }

    @Override
    public void reset(CallContext context, DomainRef domain) {
        gate.run(context, "resetting a domain", () -> host.operations().reset(context, guest(domain)));
    }

    @Override
    public void destroy(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("ending a domain", flags, DomainFlags.DESTROY_GRACEFUL | DomainFlags.DESTROY_REMOVE_LOGS);
        gate.run(context, "ending a domain", () -> {
            Guest guest = guest(domain);
            ActiveRun run = guest.requireRun();
            host.operations().destroy(context, guest, (flags & DomainFlags.DESTROY_GRACEFUL) != 0);
            if ((flags & DomainFlags.DESTROY_REMOVE_LOGS) != 0) {
                run.log().delete();
            }
        });
    }

    @Override
    public void suspend(CallContext context, DomainRef domain) {
        gate.run(context, "pausing a domain", () -> host.operations().suspend(context, guest(domain)));
    }

    @Override
    public void resume(CallContext context, DomainRef domain) {
        gate.run(context, "resuming a domain", () -> host.operations().resume(context, guest(domain)));
    }

    @Override
    public boolean isPersistent(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> guest(domain).view().persistent());
    }

    @Override
    public boolean isUpdated(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> guest(domain).view().updated());
    }

    @Override
    public boolean autostart(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> guest(domain).view().autostart());
    }

    @Override
    public void setAutostart(CallContext context, DomainRef domain, boolean autostart) {
        gate.run(
                context, "setting autostart", () -> host.definitions().setAutostart(context, guest(domain), autostart));
    }

    @Override
    public String osType(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> guest(domain)
                .view()
                .stored()
                .osType()
                .map(type -> type.text().strip())
                .orElse("hvm"));
    }

    @Override
    public long maxMemory(CallContext context, DomainRef domain) {
        return gate.call(
                context, "reading a domain", () -> infoOf(guest(domain).view()).maxMemory());
    }

    @Override
    public void setMaxMemory(CallContext context, DomainRef domain, long memory) {
        gate.run(context, "changing memory", () -> changeMaximum(context, guest(domain), memory, Affected.ofFlags(0)));
    }

    @Override
    public void setMemory(CallContext context, DomainRef domain, long memory, long flags) {
        DomainFlags.check("changing memory", flags, AFFECT | DomainFlags.MEMORY_MAXIMUM);
        gate.run(context, "changing memory", () -> {
            Guest guest = guest(domain);
            Affected affected = Affected.ofFlags(flags);
            if ((flags & DomainFlags.MEMORY_MAXIMUM) != 0) {
                changeMaximum(context, guest, memory, affected);
                return;
            }
            long maximum = affected.definition(guest).memory();
            if (memory < 1 || memory > maximum) {
                throw GuestErrors.invalidArgument("cannot give domain '" + domain.name() + "' " + memory
                        + " KiB of memory: its maximum is " + maximum + " KiB");
            }
            host.definitions()
                    .change(
                            context,
                            guest,
                            affected,
                            definition -> definition.setSize("currentMemory", memory),
                            run -> balloon(context, guest, run, memory));
        });
    }

    private static void balloon(CallContext context, Guest guest, ActiveRun run, long memory) {
        ObjectNode arguments = QmpClient.object().put("value", memory * 1024);
        run.requireMonitor(context, guest).execute(context, "balloon", arguments);
    }

    private void changeMaximum(CallContext context, Guest guest, long memory, Affected affected) {
        if (memory < 1) {
            throw GuestErrors.invalidArgument("the memory of a domain must be at least 1 KiB");
        }
        if (affected.resolve(guest).live()) {
            throw GuestErrors.wrongState(guest, "is running, so its maximum memory cannot change; shut it down first");
        }
        host.definitions()
                .change(
                        context,
                        guest,
                        affected,
                        definition -> {
                            long current = definition.currentMemory();
                            definition.setSize("memory", memory);
                            definition.setSize("currentMemory", Math.min(current, memory));
                        },
                        null);
    }

    @Override
    public DomainRef rename(CallContext context, DomainRef domain, String newName) {
        return gate.call(context, "renaming a domain", () -> {
            Guest guest = guest(domain);
            host.definitions().rename(context, guest, newName);
            return guest.view().ref();
        });
    }

    @Override
    public void setLifecycleAction(CallContext context, DomainRef domain, int event, int action, long flags) {
        DomainFlags.check("changing a lifecycle action", flags, AFFECT);
        gate.run(context, "changing a lifecycle action", () -> host.definitions()
                .setLifecycleAction(context, guest(domain), Affected.ofFlags(flags), event, action));
    }

    @Override
    public List<SecurityLabel> securityLabels(CallContext context, DomainRef domain) {
        return gate.call(context, "reading a domain", () -> {
            guest(domain);
            return List.of();
        });
    }

    @Override
    public List<String> messages(CallContext context, DomainRef domain, long flags) {
        return gate.call(context, "reading a domain", () -> {
            DomainFlags.check("reading messages", flags, MESSAGES);
            GuestView view = guest(domain).view();
            Definition definition = view.run().map(ActiveRun::live).orElse(view.stored());
            boolean deprecated = flags == 0 || (flags & MESSAGES_DEPRECATION) != 0;
            return deprecated ? DomainDocument.of(definition.document()).notices() : List.of();
        });
    }
}
