package org.innkeeper.driver.remote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.remote.protocol.Values;

/** Domains over the wire. */
final class RemoteDomains implements DomainFacet {
    private final FarSide far;
    private final OldListing oldListing;
    private volatile boolean old;

    RemoteDomains(FarSide far) {
        this.far = far;
        this.oldListing = new OldListing(far);
    }

    @Override
    public List<DomainRef> list(CallContext context, long flags) {
        if (!old) {
            try {
                return far.list(DomainRef.class, "domains", context, "CONNECT_LIST_ALL_DOMAINS", 1, flags);
            } catch (InnkeeperException e) {
                if (!FarSide.isUnsupported(e)) {
                    throw e;
                }
                old = true;
            }
        }
        return oldListing.list(context, flags);
    }

    @Override
    public DomainRef lookupById(CallContext context, int id) {
        return far.ask(DomainRef.class, context, "DOMAIN_LOOKUP_BY_ID", id);
    }

    @Override
    public DomainRef lookupByName(CallContext context, String name) {
        return far.ask(DomainRef.class, context, "DOMAIN_LOOKUP_BY_NAME", name);
    }

    @Override
    public DomainRef lookupByUuid(CallContext context, UUID uuid) {
        return far.ask(DomainRef.class, context, "DOMAIN_LOOKUP_BY_UUID", uuid);
    }

    @Override
    public DomainInfo info(CallContext context, DomainRef domain) {
        Values info = far.call(context, "DOMAIN_GET_INFO", domain);
        return new DomainInfo(
                DomainState.ofNumber(info.integer("state")),
                unlimited(info.number("maxMem")),
                info.number("memory"),
                info.integer("nrVirtCpu"),
                info.number("cpuTime"));
    }

    @Override
    public DomainStatus status(CallContext context, DomainRef domain) {
        Values state = far.orElseIfUnsupported(() -> far.call(context, "DOMAIN_GET_STATE", domain, 0), null);
        // Daemons before libvirt 0.9.2 tell no reasons.
        return state == null
                ? new DomainStatus(info(context, domain).state(), 0)
                : new DomainStatus(DomainState.ofNumber(state.integer("state")), state.integer("reason"));
    }

    @Override
    public String xml(CallContext context, DomainRef domain, long flags) {
        return far.askText(context, "DOMAIN_GET_XML_DESC", domain, flags);
    }

    @Override
    public DomainRef createXml(CallContext context, String xml, long flags) {
        return far.ask(DomainRef.class, context, "DOMAIN_CREATE_XML", xml, flags);
    }

    @Override
    public DomainRef defineXml(CallContext context, String xml, long flags) {
        return flags == 0
                ? far.ask(DomainRef.class, context, "DOMAIN_DEFINE_XML", xml)
                : far.ask(DomainRef.class, context, "DOMAIN_DEFINE_XML_FLAGS", xml, flags);
    }

    @Override
    public DomainRef start(CallContext context, DomainRef domain, long flags) {
        if (flags != 0) {
            return far.ask(DomainRef.class, context, "DOMAIN_CREATE_WITH_FLAGS", domain, flags);
        }
        // The old call is known to every daemon but returns nothing, so the new id is asked for.
        far.call(context, "DOMAIN_CREATE", domain);
        return lookupByUuid(context, domain.uuid());
    }

    @Override
    public void undefine(CallContext context, DomainRef domain, long flags) {
        if (flags == 0) {
            far.call(context, "DOMAIN_UNDEFINE", domain);
            return;
        }
        try {
            far.call(context, "DOMAIN_UNDEFINE_FLAGS", domain, flags);
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.INVALID_ARG || (flags & DomainFlags.UNDEFINE_NVRAM) == 0) {
                throw e;
            }
            // A hypervisor that does not know the flag has no NVRAM that could be lost.
            undefine(context, domain, flags & ~DomainFlags.UNDEFINE_NVRAM);
        }
    }

    @Override
    public void shutdown(CallContext context, DomainRef domain, long flags) {
        if (flags == 0) {
            far.call(context, "DOMAIN_SHUTDOWN", domain);
        } else {
            far.call(context, "DOMAIN_SHUTDOWN_FLAGS", domain, flags);
        }
    }

    @Override
    public void reboot(CallContext context, DomainRef domain, long flags) {
        far.call(context, "DOMAIN_REBOOT", domain, flags);
    }

    @Override
    public void reset(CallContext context, DomainRef domain) {
        far.callUrgently(context, "DOMAIN_RESET", domain, 0);
    }

    @Override
    public void destroy(CallContext context, DomainRef domain, long flags) {
        if (flags == 0) {
            far.callUrgently(context, "DOMAIN_DESTROY", domain);
        } else {
            far.callUrgently(context, "DOMAIN_DESTROY_FLAGS", domain, flags);
        }
    }

    @Override
    public void suspend(CallContext context, DomainRef domain) {
        far.call(context, "DOMAIN_SUSPEND", domain);
    }

    @Override
    public void resume(CallContext context, DomainRef domain) {
        far.call(context, "DOMAIN_RESUME", domain);
    }

    @Override
    public boolean isPersistent(CallContext context, DomainRef domain) {
        return far.orElseIfUnsupported(() -> far.askFlag(context, "DOMAIN_IS_PERSISTENT", domain), true);
    }

    @Override
    public boolean isUpdated(CallContext context, DomainRef domain) {
        return far.orElseIfUnsupported(() -> far.askFlag(context, "DOMAIN_IS_UPDATED", domain), false);
    }

    @Override
    public boolean autostart(CallContext context, DomainRef domain) {
        return far.askFlag(context, "DOMAIN_GET_AUTOSTART", domain);
    }

    @Override
    public void setAutostart(CallContext context, DomainRef domain, boolean autostart) {
        far.call(context, "DOMAIN_SET_AUTOSTART", domain, autostart ? 1 : 0);
    }

    @Override
    public String osType(CallContext context, DomainRef domain) {
        return far.askText(context, "DOMAIN_GET_OS_TYPE", domain);
    }

    @Override
    public long maxMemory(CallContext context, DomainRef domain) {
        return unlimited(far.askLong(context, "DOMAIN_GET_MAX_MEMORY", domain));
    }

    @Override
    public void setMaxMemory(CallContext context, DomainRef domain, long memory) {
        far.call(context, "DOMAIN_SET_MAX_MEMORY", domain, memory);
    }

    @Override
    public void setMemory(CallContext context, DomainRef domain, long memory, long flags) {
        if (flags == DomainFlags.AFFECT_CURRENT) {
            far.call(context, "DOMAIN_SET_MEMORY", domain, memory);
        } else {
            far.call(context, "DOMAIN_SET_MEMORY_FLAGS", domain, memory, flags);
        }
    }

    @Override
    public DomainRef rename(CallContext context, DomainRef domain, String newName) {
        far.call(context, "DOMAIN_RENAME", domain, newName, 0);
        return new DomainRef(newName, domain.uuid(), domain.id());
    }

    @Override
    public void setLifecycleAction(CallContext context, DomainRef domain, int event, int action, long flags) {
        far.call(context, "DOMAIN_SET_LIFECYCLE_ACTION", domain, event, action, flags);
    }

    @Override
    public List<SecurityLabel> securityLabels(CallContext context, DomainRef domain) {
        return far.orElseIfUnsupported(
                () -> far.list(Values.class, "labels", context, "DOMAIN_GET_SECURITY_LABEL_LIST", domain).stream()
                        .map(RemoteDomains::label)
                        .toList(),
                List.of());
    }

    private static SecurityLabel label(Values label) {
        String text = new String(label.bytes("label"), StandardCharsets.UTF_8);
        return new SecurityLabel(text.replace("\0", ""), label.integer("enforcing") != 0);
    }

    @Override
    public List<String> messages(CallContext context, DomainRef domain, long flags) {
        return far.orElseIfUnsupported(
                () -> far.list(String.class, "msgs", context, "DOMAIN_GET_MESSAGES", domain, flags), List.of());
    }

    /** Xen's Domain-0 has no limit, which the wire has as the largest number there is. */
    private static long unlimited(long memory) {
        return memory < 0 || memory == 0xffff_ffffL * 1024 ? DomainInfo.UNLIMITED : memory;
    }
}
