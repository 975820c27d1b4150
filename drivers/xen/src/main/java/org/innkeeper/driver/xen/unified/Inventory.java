package org.innkeeper.driver.xen.unified;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;

/** The domains of the host: what one part knows of each, filled in by others. Safe for any thread. */
public final class Inventory {
    private final XenParts parts;

    /** What other parts told of a run beside what the quickest tells; a run keeps its id, so it is asked for once. */
    private final Map<Integer, DomainRecord> known = new ConcurrentHashMap<>();

    public Inventory(XenParts parts) {
        this.parts = parts;
    }

    /** All domains: those that run by id, then the others by name. Each has a UUID and a name. */
    public List<DomainRecord> all(CallContext context) {
        List<DomainRecord> active = active(context);
        List<DomainRecord> stored = stored(context);
        Map<UUID, DomainRecord> byUuid = new HashMap<>();
        Map<String, DomainRecord> byName = new HashMap<>();
        stored.forEach(domain -> {
            byUuid.put(domain.uuid(), domain);
            byName.put(domain.name(), domain);
        });
        List<DomainRecord> all = new ArrayList<>();
        Set<UUID> running = new HashSet<>();
        for (DomainRecord domain : active) {
            DomainRecord definition = byUuid.getOrDefault(domain.uuid(), byName.get(domain.name()));
            if (definition != null) {
                running.add(definition.uuid());
            }
            all.add(marked(domain, definition != null));
        }
        stored.stream()
                .filter(domain -> !running.contains(domain.uuid()))
                .sorted(Comparator.comparing(DomainRecord::name))
                .forEach(all::add);
        return all;
    }

    private static DomainRecord marked(DomainRecord domain, boolean stored) {
        boolean certain = stored || Boolean.TRUE.equals(domain.stored());
        return DomainRecord.of(domain.id()).stored(certain).build().or(domain);
    }

    /** Those that run. Domains of which nobody knows a name yet are not listed: they are being made. */
    List<DomainRecord> active(CallContext context) {
        List<DomainRecord> told = parts.ask(context, XenFunction.LIST_ACTIVE, part -> part.activeDomains(context));
        Set<Integer> ids = new HashSet<>();
        told.forEach(domain -> ids.add(domain.id()));
        known.keySet().retainAll(ids);
        learn(context, told);
        return told.stream()
                .map(this::completed)
                .filter(DomainRecord::isIdentified)
                .toList();
    }

    /** Whether nobody needs to be asked about it; of a domain that is being made, the name may come later. */
    private boolean isComplete(DomainRecord domain) {
        return completed(domain).isIdentified() && (domain.hvm() != null || known.containsKey(domain.id()));
    }

    private DomainRecord completed(DomainRecord domain) {
        DomainRecord more = known.get(domain.id());
        if (more == null) {
            return domain;
        }
        // The hypervisor's limit follows the balloon where xl manages it; what the domain was given is with its tools.
        return DomainRecord.of(domain.id())
                .maxMemory(more.maxMemory())
                .build()
                .or(domain)
                .or(more);
    }

    /** Asks other parts about all runs where one of them is new, until everything is known. */
    private void learn(CallContext context, List<DomainRecord> told) {
        List<XenPart> able = parts.candidates(context, XenFunction.LIST_ACTIVE);
        for (XenPart part : able.subList(Math.min(1, able.size()), able.size())) {
            if (told.stream().allMatch(this::isComplete)) {
                return;
            }
            for (DomainRecord domain : part.activeDomains(context)) {
                known.merge(domain.id(), timeless(domain), (old, more) -> more.or(old));
            }
        }
    }

    /** What stays true of a run, unless {@link #forget()} is called. */
    private static DomainRecord timeless(DomainRecord domain) {
        return DomainRecord.of(domain.id())
                .uuid(domain.uuid())
                .name(domain.name())
                .hvm(domain.hvm())
                .maxVcpus(domain.maxVcpus())
                .maxMemory(Long.valueOf(DomainInfo.UNLIMITED).equals(domain.maxMemory()) ? null : domain.maxMemory())
                .build();
    }

    /** Asks anew what is kept of runs: a name or the most memory may have changed. */
    public void forget() {
        known.clear();
    }

    /** Those with a definition, all with the id of an inactive one. */
    List<DomainRecord> stored(CallContext context) {
        if (!parts.can(context, XenFunction.LIST_STORED)) {
            return List.of();
        }
        return parts.ask(context, XenFunction.LIST_STORED, part -> part.storedDomains(context));
    }

    /** The domain as it is now. {@code NO_DOMAIN} where it is gone. */
    public DomainRecord get(CallContext context, DomainRef domain) {
        return find(context, record -> record.uuid().equals(domain.uuid()))
                .orElseThrow(() -> noDomain("'" + domain.name() + "'"));
    }

    public DomainRecord byUuid(CallContext context, UUID uuid) {
        return find(context, record -> record.uuid().equals(uuid)).orElseThrow(() -> noDomain("with the UUID " + uuid));
    }

    public DomainRecord byName(CallContext context, String name) {
        return find(context, record -> record.name().equals(name)).orElseThrow(() -> noDomain("'" + name + "'"));
    }

    public DomainRecord byId(CallContext context, int id) {
        return find(context, record -> record.active() && record.id() == id)
                .orElseThrow(() -> noDomain("that runs with the id " + id));
    }

    private Optional<DomainRecord> find(CallContext context, Predicate<DomainRecord> wanted) {
        return all(context).stream().filter(wanted).findFirst();
    }

    /**
     * How a domain is now, without looking at the others where it runs on as the caller knew it; whether it is stored may be
     * missing then.
     */
    public DomainRecord glance(CallContext context, DomainRef domain) {
        if (domain.active() && parts.can(context, XenFunction.ACTIVE_DOMAIN)) {
            try {
                DomainRecord now = parts.ask(
                        context, XenFunction.ACTIVE_DOMAIN, part -> part.activeDomain(context, DomainKey.of(domain)));
                boolean same = now.uuid() == null || now.uuid().equals(domain.uuid());
                DomainRecord whole = completed(now);
                if (same && whole.isIdentified() && whole.hvm() != null && now.state() != DomainState.SHUT_OFF) {
                    return whole;
                }
            } catch (InnkeeperException e) {
                if (e.code() != ErrorCode.NO_DOMAIN) {
                    throw e;
                }
            }
        }
        return get(context, domain);
    }

    private static InnkeeperException noDomain(String what) {
        return PartErrors.noDomain(ErrorOrigin.XEN, what);
    }
}
