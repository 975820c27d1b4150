package org.innkeeper.driver.xen.facet;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** Domains of a Xen host. Domain-0 is one of them, but nothing ends it. */
final class XenDomainFacet extends XenFacet implements DomainFacet {
    private static final long XML_FLAGS =
            DomainFlags.XML_SECURE | DomainFlags.XML_INACTIVE | DomainFlags.XML_UPDATE_CPU | DomainFlags.XML_MIGRATABLE;
    private static final long START_FLAGS =
            DomainFlags.START_PAUSED | DomainFlags.START_BYPASS_CACHE | DomainFlags.START_FORCE_BOOT;

    /** There is nothing of the kind that these flags speak of. */
    private static final long UNDEFINE_FLAGS = (DomainFlags.UNDEFINE_KEEP_TPM << 1) - 1;

    private final Definitions definitions;
    private final MemorySetter memory;
    private final Starter starter;

    XenDomainFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
        memory = new MemorySetter(parts, definitions);
        starter = new Starter(xen, definitions);
    }

    @Override
    public List<DomainRef> list(CallContext context, long flags) {
        return gate.call(context, "domain.list", () -> {
            DomainFlags.check("domain.list", flags, DomainFlags.LIST_ALL);
            DomainFilter filter = new DomainFilter(flags);
            return inventory.all(context).stream()
                    .filter(domain ->
                            filter.accepts(domain, () -> startsWithHost(context, domain), () -> isSaved(domain)))
                    .map(domain -> domain.key().ref())
                    .toList();
        });
    }

    private boolean startsWithHost(CallContext context, DomainRecord domain) {
        return Boolean.TRUE.equals(domain.stored())
                && parts.can(context, XenFunction.AUTOSTART)
                && parts.ask(context, XenFunction.AUTOSTART, part -> part.autostart(context, domain.key()));
    }

    @Override
    public DomainRef lookupById(CallContext context, int id) {
        return gate.call(
                context,
                "domain.lookup",
                () -> inventory.byId(context, id).key().ref());
    }

    @Override
    public DomainRef lookupByName(CallContext context, String name) {
        return gate.call(
                context,
                "domain.lookup",
                () -> inventory.byName(context, name).key().ref());
    }

    @Override
    public DomainRef lookupByUuid(CallContext context, UUID uuid) {
        return gate.call(
                context,
                "domain.lookup",
                () -> inventory.byUuid(context, uuid).key().ref());
    }

    @Override
    public DomainInfo info(CallContext context, DomainRef domain) {
        return read(context, "domain.info", domain, XenDomainFacet::info);
    }

    private static DomainInfo info(DomainRecord domain) {
        long most = MemorySetter.maximum(domain);
        return new DomainInfo(
                state(domain),
                most,
                domain.memory() == null ? most : Math.min(most, domain.memory()),
                domain.vcpus() == null ? 1 : Math.max(1, domain.vcpus()),
                domain.cpuTime() == null || !domain.active() ? 0 : domain.cpuTime());
    }

    private static DomainState state(DomainRecord domain) {
        return domain.state() == null ? DomainState.NO_STATE : domain.state();
    }

    @Override
    public DomainStatus status(CallContext context, DomainRef domain) {
        return read(context, "domain.status", domain, record -> DomainStatus.of(state(record)));
    }

    @Override
    public String xml(CallContext context, DomainRef domain, long flags) {
        return readWhole(context, "domain.xml", domain, record -> {
            DomainFlags.check("domain.xml", flags, XML_FLAGS);
            boolean secrets = (flags & DomainFlags.XML_SECURE) != 0;
            boolean idle =
                    !record.active() || (flags & DomainFlags.XML_INACTIVE) != 0 && Boolean.TRUE.equals(record.stored());
            XmlElement document = idle
                    ? definitions.stored(context, record.key(), secrets)
                    : definitions.live(context, record.key(), secrets);
            if (record.active() && (flags & (DomainFlags.XML_INACTIVE | DomainFlags.XML_MIGRATABLE)) == 0) {
                addTerminal(context, record, document);
            }
            if ((flags & DomainFlags.XML_INACTIVE) != 0) {
                document.setAttribute("id", null);
            }
            return XmlDocument.of(document).toText();
        });
    }

    private void addTerminal(CallContext context, DomainRecord domain, XmlElement document) {
        if (!domain.key().isDomain0() && parts.can(context, XenFunction.TERMINAL)) {
            TerminalElements.complete(
                    document, parts.ask(context, XenFunction.TERMINAL, part -> part.terminal(context, domain.key())));
        }
    }

    @Override
    public DomainRef createXml(CallContext context, String xml, long flags) {
        return gate.call(context, "domain.create", () -> {
            DomainFlags.check("domain.create", flags, START_FLAGS | DomainFlags.START_VALIDATE);
            try {
                return starter.create(context, xml, (flags & DomainFlags.START_PAUSED) != 0);
            } finally {
                xen.changes().run();
            }
        });
    }

    @Override
    public DomainRef defineXml(CallContext context, String xml, long flags) {
        return gate.call(context, "domain.define", () -> {
            DomainFlags.check("domain.define", flags, DomainFlags.DEFINE_VALIDATE);
            XmlElement definition = definitions.read(context, xml, inventory.all(context));
            try {
                definitions.store(context, definition);
            } finally {
                xen.changes().run();
            }
            UUID uuid = UUID.fromString(definition.element("uuid").text());
            return inventory.byUuid(context, uuid).key().ref();
        });
    }

    @Override
    public DomainRef start(CallContext context, DomainRef domain, long flags) {
        return change(context, "domain.start", domain, record -> {
            DomainFlags.check("domain.start", flags, START_FLAGS);
            return starter.start(context, inactive(record), flags);
        });
    }

    @Override
    public void undefine(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.undefine", domain, record -> {
            DomainFlags.check("domain.undefine", flags, UNDEFINE_FLAGS);
            if ((flags & DomainFlags.UNDEFINE_MANAGED_SAVE) == 0) {
                checkNotSaved(record);
            }
            parts.tell(
                    context,
                    XenFunction.UNDEFINE,
                    part -> part.undefine(context, stored(record).key()));
            xen.companions().forget(record.uuid());
            xen.saves().remove(record.uuid());
            return null;
        });
    }

    @Override
    public void shutdown(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.shutdown", domain, record -> {
            DomainFlags.check("domain.shutdown", flags, DomainFlags.SHUTDOWN_PARAVIRT);
            guest(active(record), "shut down");
            parts.tell(context, XenFunction.SHUTDOWN, part -> part.shutdown(context, record.key()));
            return null;
        });
    }

    @Override
    public void reboot(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.reboot", domain, record -> {
            DomainFlags.check("domain.reboot", flags, DomainFlags.SHUTDOWN_PARAVIRT);
            guest(active(record), "rebooted");
            parts.tell(context, XenFunction.REBOOT, part -> part.reboot(context, record.key()));
            return null;
        });
    }

    @Override
    public void reset(CallContext context, DomainRef domain) {
        change(context, "domain.reset", domain, record -> {
            guest(active(record), "reset");
            parts.tell(context, XenFunction.RESET, part -> part.reset(context, record.key()));
            return null;
        });
    }

    @Override
    public void destroy(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.destroy", domain, record -> {
            DomainFlags.check("domain.destroy", flags, DomainFlags.DESTROY_REMOVE_LOGS);
            guest(active(record), "destroyed");
            parts.tell(context, XenFunction.DESTROY, part -> part.destroy(context, record.key()));
            xen.companions().ended(record.uuid());
            return null;
        });
    }

    @Override
    public void suspend(CallContext context, DomainRef domain) {
        change(context, "domain.suspend", domain, record -> {
            guest(active(record), "paused");
            if (state(record) != DomainState.PAUSED) {
                parts.tell(context, XenFunction.PAUSE, part -> part.pause(context, record.key()));
            }
            return null;
        });
    }

    @Override
    public void resume(CallContext context, DomainRef domain) {
        change(context, "domain.resume", domain, record -> {
            active(record);
            if (state(record) == DomainState.PAUSED) {
                parts.tell(context, XenFunction.UNPAUSE, part -> part.unpause(context, record.key()));
            }
            return null;
        });
    }

    @Override
    public boolean isPersistent(CallContext context, DomainRef domain) {
        return readWhole(context, "domain.isPersistent", domain, record -> Boolean.TRUE.equals(record.stored()));
    }

    @Override
    public boolean isUpdated(CallContext context, DomainRef domain) {
        return readWhole(context, "domain.isUpdated", domain, record -> definitions.isUpdated(context, record));
    }

    @Override
    public boolean autostart(CallContext context, DomainRef domain) {
        return readWhole(context, "domain.autostart", domain, record -> startsWithHost(context, record));
    }

    @Override
    public void setAutostart(CallContext context, DomainRef domain, boolean autostart) {
        change(context, "domain.setAutostart", domain, record -> {
            parts.tell(
                    context,
                    XenFunction.AUTOSTART,
                    part -> part.setAutostart(context, stored(record).key(), autostart));
            return null;
        });
    }

    @Override
    public String osType(CallContext context, DomainRef domain) {
        return read(context, "domain.osType", domain, record -> Boolean.TRUE.equals(record.hvm()) ? "hvm" : "linux");
    }

    @Override
    public long maxMemory(CallContext context, DomainRef domain) {
        return read(context, "domain.maxMemory", domain, MemorySetter::maximum);
    }

    @Override
    public void setMaxMemory(CallContext context, DomainRef domain, long kibibytes) {
        change(context, "domain.setMaxMemory", domain, record -> {
            memory.setMaximum(context, record, kibibytes, record.active(), !record.active());
            inventory.forget();
            return null;
        });
    }

    @Override
    public void setMemory(CallContext context, DomainRef domain, long kibibytes, long flags) {
        change(context, "domain.setMemory", domain, record -> {
            memory.set(context, record, kibibytes, flags);
            return null;
        });
    }

    @Override
    public DomainRef rename(CallContext context, DomainRef domain, String newName) {
        return change(context, "domain.rename", domain, record -> {
            Definitions.checkName(newName);
            checkNotSaved(inactive(record));
            if (inventory.all(context).stream().anyMatch(other -> other.name().equals(newName))) {
                throw taken(newName);
            }
            parts.tell(context, XenFunction.RENAME, part -> part.rename(context, record.key(), newName));
            return inventory.byUuid(context, domain.uuid()).key().ref();
        });
    }

    /** What it was saved with has its name and its devices. */
    private void checkNotSaved(DomainRecord domain) {
        if (isSaved(domain)) {
            throw PartErrors.state(
                    ErrorOrigin.XEN, domain.key(), "is saved", "Start it, or remove what it was saved to");
        }
    }

    private static InnkeeperException taken(String name) {
        return Definitions.problem(ErrorCode.DOM_EXIST, "There is a domain '" + name + "'");
    }

    @Override
    public void setLifecycleAction(CallContext context, DomainRef domain, int event, int action, long flags) {
        gate.refuse(context, unsupported("change of what happens at the end of a run but by its definition"));
    }

    @Override
    public List<SecurityLabel> securityLabels(CallContext context, DomainRef domain) {
        return read(context, "domain.securityLabels", domain, record -> List.of());
    }

    @Override
    public List<String> messages(CallContext context, DomainRef domain, long flags) {
        return read(context, "domain.messages", domain, record -> List.of());
    }
}
