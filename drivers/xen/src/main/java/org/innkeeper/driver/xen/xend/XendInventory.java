package org.innkeeper.driver.xen.xend;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;

/**
 * The domains of a xend. One request tells all about those that run. From Xen 3.0.4 on it leaves out the others, paused
 * ones too: these are asked for by name, but only when the ones that run are not those of before, when this program has
 * changed something, and every few seconds besides.
 */
final class XendInventory {
    private static final System.Logger LOG = System.getLogger(XendInventory.class.getName());
    private static final long OTHERS_KEPT_NANOS = 5_000_000_000L;
    private static final long LOOK_KEPT_NANOS = 1_000_000_000L;
    private static final String DOMAINS = "/xend/domain";
    private static final int LARGEST_FILE = 1 << 20;

    private final XendClient client;
    private final boolean keepsInactive;
    private final Path stored;
    private final AtomicLong changes = new AtomicLong();
    private volatile Others others;
    private volatile Look last;

    /** What one call saw; it need not look twice. */
    private record Look(WeakReference<CallContext> call, List<XendDomain> domains, long change, long time) {
        boolean holdsFor(CallContext context, long latestChange) {
            return call.get() == context && change == latestChange && System.nanoTime() - time < LOOK_KEPT_NANOS;
        }
    }

    /** Those that do not run, as they were when these did. */
    private record Others(Set<String> running, List<XendDomain> domains, long change, long read) {
        boolean holdFor(Set<String> now, long latestChange) {
            return running.equals(now) && change == latestChange && System.nanoTime() - read < OTHERS_KEPT_NANOS;
        }
    }

    /**
     * @param keepsInactive whether it is one from 3.0.4 on
     * @param stored the directory with what it keeps of each domain it manages; null where it is on another machine
     */
    XendInventory(XendClient client, boolean keepsInactive, Path stored) {
        this.client = client;
        this.keepsInactive = keepsInactive;
        this.stored = stored;
    }

    /** All that has an id, by id. */
    List<DomainRecord> active(CallContext context) {
        return all(context).stream()
                .filter(domain -> domain.id() >= 0)
                .sorted(Comparator.comparingInt(XendDomain::id))
                .map(domain -> readable(context, domain, found -> found.record(isStored(found.uuid()))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All that has a definition, as if it did not run. */
    List<DomainRecord> stored(CallContext context) {
        return all(context).stream()
                .map(domain -> readable(context, domain, this::storedRecord))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Null where it has no definition. */
    private DomainRecord storedRecord(XendDomain domain) {
        boolean stored = domain.id() < 0 || Boolean.TRUE.equals(isStored(domain.uuid()));
        return stored ? domain.idle().record(true) : null;
    }

    /** A domain that xend tells nonsense of is left out, and the caller is warned: the others are not to blame. */
    private static <T> Optional<T> readable(CallContext context, XendDomain domain, Function<XendDomain, T> reading) {
        try {
            return Optional.ofNullable(reading.apply(domain));
        } catch (InnkeeperException e) {
            context.warn(e.info());
            return Optional.empty();
        }
    }

    /** Asks for the others anew the next time. */
    void changed() {
        changes.incrementAndGet();
    }

    private List<XendDomain> all(CallContext context) {
        long change = changes.get();
        Look before = last;
        if (before != null && before.holdsFor(context, change)) {
            return before.domains();
        }
        long time = System.nanoTime();
        List<XendDomain> all = read(context, change);
        last = new Look(new WeakReference<>(context), all, change, time);
        return all;
    }

    private List<XendDomain> read(CallContext context, long change) {
        List<XendDomain> all = new ArrayList<>();
        if (client.getSexpr(context, DOMAINS + "?detail=1") instanceof Sexpr.Items list) {
            for (Sexpr value : list.values()) {
                readable(context, XendDomain.of(value), XendDomain::identified).ifPresent(all::add);
            }
        }
        if (!keepsInactive) {
            return all;
        }
        Set<String> now = new HashSet<>();
        all.forEach(domain -> now.add(String.valueOf(domain.told().text("name"))));
        Others kept = others;
        if (kept == null || !kept.holdFor(now, change)) {
            long asked = System.nanoTime();
            kept = new Others(now, readOthers(context, now), change, asked);
            others = kept;
        }
        all.addAll(kept.domains());
        return all;
    }

    private List<XendDomain> readOthers(CallContext context, Set<String> known) {
        Map<String, XendDomain> found = new LinkedHashMap<>();
        if (client.getSexpr(context, DOMAINS + "?state=all") instanceof Sexpr.Items names) {
            for (Sexpr value : names.values()) {
                if (value instanceof Sexpr.Atom name && !known.contains(name.text())) {
                    find(context, name.text()).ifPresent(domain -> found.put(name.text(), domain));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** A domain by name, id or, from 3.1 on, UUID; empty where there is none. */
    Optional<XendDomain> find(CallContext context, String which) {
        try {
            return Optional.of(XendDomain.of(client.getSexpr(context, path(which) + "?detail=1")));
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The path of a domain. */
    static String path(String which) {
        StringBuilder path = new StringBuilder(DOMAINS).append('/');
        for (byte b : which.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0);
            path.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return path.toString();
    }

    /** Whether xend keeps a definition; null where that cannot be seen from here. */
    Boolean isStored(UUID uuid) {
        if (!keepsInactive) {
            return false;
        }
        return stored == null || !Files.isReadable(stored) ? null : Files.exists(file(uuid));
    }

    private Path file(UUID uuid) {
        return stored.resolve(uuid.toString()).resolve("config.sxp");
    }

    /** What xend starts a domain from the next time, also of one that runs; empty where that cannot be seen from here. */
    Optional<XendDomain> definition(UUID uuid) {
        if (!Boolean.TRUE.equals(isStored(uuid))) {
            return Optional.empty();
        }
        try {
            Path file = file(uuid);
            if (Files.size(file) > LARGEST_FILE) {
                return Optional.empty();
            }
            return Optional.of(XendDomain.of(SexprReader.read(Files.readString(file))));
        } catch (IOException | InnkeeperException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "xend's own file of " + uuid + " cannot be read: " + e);
            return Optional.empty();
        }
    }
}
