package org.innkeeper.driver.openvz.facet;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.openvz.definition.ContainerXml;
import org.innkeeper.driver.openvz.definition.MemoryLimits;
import org.innkeeper.driver.openvz.definition.Names;
import org.innkeeper.driver.openvz.definition.VcpuNumbers;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.SavedContainer;
import org.innkeeper.driver.openvz.host.VzErrors;
import org.innkeeper.driver.openvz.stats.CpuTimes;

/**
 * Containers. A container and its definition are one: it cannot run undefined, a change reaches a running one at once, and
 * undefining it removes its files ({@code vzctl destroy}), as libvirt's driver does.
 */
final class OpenvzDomainFacet extends ContainerFacet implements DomainFacet {
    private static final long XML_FLAGS =
            DomainFlags.XML_SECURE | DomainFlags.XML_INACTIVE | DomainFlags.XML_UPDATE_CPU | DomainFlags.XML_MIGRATABLE;

    /** There is nothing of the kind these flags speak of. */
    private static final long UNDEFINE_FLAGS = (DomainFlags.UNDEFINE_KEEP_TPM << 1) - 1;

    private final Definer definer;

    OpenvzDomainFacet(OpenvzContext openvz) {
        super(openvz);
        definer = new Definer(host);
    }

    @Override
    public List<DomainRef> list(CallContext context, long flags) {
        return gate.call(context, "domain.list", () -> {
            DomainFlags.check("domain.list", flags, DomainFlags.LIST_ALL);
            return host.all(context).stream()
                    .filter(new ContainerFilter(flags)::accepts)
                    .map(Container::ref)
                    .toList();
        });
    }

    @Override
    public DomainRef lookupById(CallContext context, int id) {
        return gate.call(
                context, "domain.lookup", () -> host.running(context, id).ref());
    }

    @Override
    public DomainRef lookupByName(CallContext context, String name) {
        return gate.call(
                context, "domain.lookup", () -> host.byName(context, name).ref());
    }

    @Override
    public DomainRef lookupByUuid(CallContext context, UUID uuid) {
        return gate.call(
                context, "domain.lookup", () -> host.byUuid(context, uuid).ref());
    }

    @Override
    public DomainInfo info(CallContext context, DomainRef domain) {
        return read(context, "domain.info", domain, container -> {
            MemoryLimits memory = MemoryLimits.of(container.config());
            long current = memory.isLimited() || memory.current() < memory.maximum()
                    ? memory.current()
                    : facts.memory().total();
            long cpuTime = container.running()
                    ? CpuTimes.read(host.paths().cpuTable())
                            .of(container.veid())
                            .map(CpuTimes.Time::total)
                            .orElse(0L)
                    : 0;
            int vcpus = VcpuNumbers.of(container.config(), facts.cpus()).current();
            return new DomainInfo(container.state(), memory.maximum(), current, vcpus, cpuTime);
        });
    }

    @Override
    public DomainStatus status(CallContext context, DomainRef domain) {
        return read(context, "domain.status", domain, container -> DomainStatus.of(container.state()));
    }

    @Override
    public String xml(CallContext context, DomainRef domain, long flags) {
        return read(context, "domain.xml", domain, container -> {
            DomainFlags.check("domain.xml", flags, XML_FLAGS);
            return ContainerXml.of(
                    container,
                    host.files().host(),
                    (flags & DomainFlags.XML_INACTIVE) == 0,
                    facts.cpus(),
                    abilities.console());
        });
    }

    @Override
    public DomainRef createXml(CallContext context, String xml, long flags) {
        return gate.refuse(
                context, VzErrors.unsupported("containers that are gone when they stop; define one and start it"));
    }

    @Override
    public DomainRef defineXml(CallContext context, String xml, long flags) {
        return changing(context, "domain.define", () -> {
            DomainFlags.check("domain.define", flags, DomainFlags.DEFINE_VALIDATE);
            return host.byUuid(context, definer.define(context, xml)).ref();
        });
    }

    @Override
    public DomainRef start(CallContext context, DomainRef domain, long flags) {
        return change(context, "domain.start", domain, container -> {
            DomainFlags.check(
                    "domain.start",
                    flags,
                    DomainFlags.START_PAUSED | DomainFlags.START_BYPASS_CACHE | DomainFlags.START_FORCE_BOOT);
            inactive(container);
            Path saved = host.files().host().dumpFile(container.veid());
            if (container.saved() && (flags & DomainFlags.START_FORCE_BOOT) != 0) {
                SavedContainer.remove(saved);
            }
            boolean goesOn = container.saved() && (flags & DomainFlags.START_FORCE_BOOT) == 0;
            if ((flags & DomainFlags.START_PAUSED) == 0) {
                host.vzctl().start(context, container.veid());
            } else {
                startPaused(context, container.veid(), goesOn ? saved : null);
            }
            return host.byUuid(context, domain.uuid()).ref();
        });
    }

    /** @param saved what it goes on from, or null; one that boots is frozen as soon as vzctl has started it */
    private void startPaused(CallContext context, int veid, Path saved) {
        checkCanFreeze();
        if (saved == null) {
            host.vzctl().start(context, veid);
            host.vzctl().freeze(context, veid);
        } else {
            host.vzctl().restore(context, veid, saved, true);
            SavedContainer.remove(saved);
        }
    }

    private void checkCanFreeze() {
        if (!abilities.checkpoint()) {
            throw VzErrors.unsupported("pausing of containers here; the kernel or vzctl has no checkpoints");
        }
    }

    @Override
    public void undefine(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.undefine", domain, container -> {
            DomainFlags.check("domain.undefine", flags, UNDEFINE_FLAGS);
            if (inactive(container).saved() && (flags & DomainFlags.UNDEFINE_MANAGED_SAVE) == 0) {
                throw VzErrors.state(container, "is saved", "Remove what was saved too, or start it");
            }
            host.vzctl().destroy(context, container.veid());
            return null;
        });
    }

    @Override
    public void shutdown(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.shutdown", domain, container -> {
            DomainFlags.check("domain.shutdown", flags, DomainFlags.SHUTDOWN_INITCTL | DomainFlags.SHUTDOWN_SIGNAL);
            host.vzctl().stop(context, awake(container).veid());
            return null;
        });
    }

    @Override
    public void reboot(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.reboot", domain, container -> {
            DomainFlags.check("domain.reboot", flags, DomainFlags.SHUTDOWN_INITCTL | DomainFlags.SHUTDOWN_SIGNAL);
            host.vzctl().restart(context, awake(container).veid());
            return null;
        });
    }

    @Override
    public void destroy(CallContext context, DomainRef domain, long flags) {
        change(context, "domain.destroy", domain, container -> {
            DomainFlags.check("domain.destroy", flags, DomainFlags.DESTROY_GRACEFUL | DomainFlags.DESTROY_REMOVE_LOGS);
            if ((flags & DomainFlags.DESTROY_GRACEFUL) != 0) {
                host.vzctl().stop(context, awake(container).veid());
            } else {
                host.vzctl().kill(context, active(container));
            }
            return null;
        });
    }

    @Override
    public void reset(CallContext context, DomainRef domain) {
        gate.refuse(context, VzErrors.unsupported("reset of a container"));
    }

    @Override
    public void suspend(CallContext context, DomainRef domain) {
        change(context, "domain.suspend", domain, container -> {
            checkCanFreeze();
            host.vzctl().freeze(context, awake(container).veid());
            return null;
        });
    }

    @Override
    public void resume(CallContext context, DomainRef domain) {
        change(context, "domain.resume", domain, container -> {
            checkCanFreeze();
            if (active(container).state() != DomainState.PAUSED) {
                throw VzErrors.state(container, "is not paused", "Nothing has to be done");
            }
            host.vzctl().thaw(context, container);
            return null;
        });
    }

    @Override
    public boolean isPersistent(CallContext context, DomainRef domain) {
        return read(context, "domain.isPersistent", domain, container -> true);
    }

    @Override
    public boolean isUpdated(CallContext context, DomainRef domain) {
        return read(context, "domain.isUpdated", domain, container -> false);
    }

    @Override
    public boolean autostart(CallContext context, DomainRef domain) {
        return read(context, "domain.autostart", domain, Container::autostart);
    }

    @Override
    public void setAutostart(CallContext context, DomainRef domain, boolean autostart) {
        change(context, "domain.setAutostart", domain, container -> {
            host.vzctl().set(context, container.veid(), List.of("--onboot", autostart ? "yes" : "no"));
            return null;
        });
    }

    @Override
    public String osType(CallContext context, DomainRef domain) {
        return read(context, "domain.osType", domain, container -> "exe");
    }

    @Override
    public long maxMemory(CallContext context, DomainRef domain) {
        return read(context, "domain.maxMemory", domain, container -> MemoryLimits.of(container.config())
                .maximum());
    }

    @Override
    public void setMaxMemory(CallContext context, DomainRef domain, long memory) {
        change(context, "domain.setMaxMemory", domain, container -> {
            setMaximum(context, inactive(container), memory);
            return null;
        });
    }

    private void setMaximum(CallContext context, Container container, long memory) {
        if (memory < 1) {
            throw VzErrors.invalidArgument("A container needs some memory, not " + memory + " KiB");
        }
        MemoryLimits before = MemoryLimits.of(container.config());
        set(context, container, before.with(memory, before.current()));
    }

    private void set(CallContext context, Container container, MemoryLimits limits) {
        host.vzctl().set(context, container.veid(), limits.parameters());
    }

    @Override
    public void setMemory(CallContext context, DomainRef domain, long memory, long flags) {
        change(context, "domain.setMemory", domain, container -> {
            DomainFlags.check(
                    "domain.setMemory",
                    flags,
                    DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG | DomainFlags.MEMORY_MAXIMUM);
            checkAffected(container, flags);
            MemoryLimits before = MemoryLimits.of(container.config());
            if ((flags & DomainFlags.MEMORY_MAXIMUM) != 0) {
                setMaximum(context, container, memory);
            } else if (memory < 1 || memory > before.maximum()) {
                throw VzErrors.invalidArgument("Container '" + container.name() + "' may have 1 to " + before.maximum()
                        + " KiB of memory, not " + memory);
            } else {
                set(context, container, before.with(before.vswap() ? memory : before.maximum(), memory));
            }
            return null;
        });
    }

    @Override
    public DomainRef rename(CallContext context, DomainRef domain, String newName) {
        return changing(context, "domain.rename", () -> {
            if (!Names.isContainer(newName) || Names.isNumber(newName)) {
                throw VzErrors.invalidArgument(
                        "'" + newName + "' is no name for a container: it has letters, digits, dots,"
                                + " dashes, underscores and blanks and is no number");
            }
            return host.create(context, "domain.rename", () -> {
                List<Container> all = host.all(context);
                if (all.stream().anyMatch(other -> other.name().equals(newName))) {
                    throw VzErrors.of(
                            ErrorCode.DOM_EXIST, "There is a container '" + newName + "'", "Choose another name");
                }
                return change(context, "domain.rename", domain, container -> {
                    host.vzctl().set(context, inactive(container).veid(), List.of("--name", newName));
                    return host.byUuid(context, domain.uuid()).ref();
                });
            });
        });
    }

    @Override
    public void setLifecycleAction(CallContext context, DomainRef domain, int event, int action, long flags) {
        gate.refuse(context, VzErrors.unsupported("actions on the end of a container"));
    }

    @Override
    public List<SecurityLabel> securityLabels(CallContext context, DomainRef domain) {
        return read(context, "domain.securityLabels", domain, container -> List.of());
    }

    @Override
    public List<String> messages(CallContext context, DomainRef domain, long flags) {
        return read(context, "domain.messages", domain, container -> List.of());
    }
}
