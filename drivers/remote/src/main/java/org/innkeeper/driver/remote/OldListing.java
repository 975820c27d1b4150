package org.innkeeper.driver.remote;

import static org.innkeeper.core.spi.DomainFlags.LIST_ACTIVE;
import static org.innkeeper.core.spi.DomainFlags.LIST_AUTOSTART;
import static org.innkeeper.core.spi.DomainFlags.LIST_HAS_CHECKPOINT;
import static org.innkeeper.core.spi.DomainFlags.LIST_HAS_SNAPSHOT;
import static org.innkeeper.core.spi.DomainFlags.LIST_INACTIVE;
import static org.innkeeper.core.spi.DomainFlags.LIST_MANAGED_SAVE;
import static org.innkeeper.core.spi.DomainFlags.LIST_NO_AUTOSTART;
import static org.innkeeper.core.spi.DomainFlags.LIST_NO_CHECKPOINT;
import static org.innkeeper.core.spi.DomainFlags.LIST_NO_MANAGED_SAVE;
import static org.innkeeper.core.spi.DomainFlags.LIST_NO_SNAPSHOT;
import static org.innkeeper.core.spi.DomainFlags.LIST_OTHER;
import static org.innkeeper.core.spi.DomainFlags.LIST_PAUSED;
import static org.innkeeper.core.spi.DomainFlags.LIST_PERSISTENT;
import static org.innkeeper.core.spi.DomainFlags.LIST_RUNNING;
import static org.innkeeper.core.spi.DomainFlags.LIST_SHUTOFF;
import static org.innkeeper.core.spi.DomainFlags.LIST_TRANSIENT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;

/**
 * The guests of a daemon from before the one call that lists them all with filters (libvirt 0.9.13): the ids of those that
 * run and the names of those that are defined, each looked up, and each asked about what the filters want to know.
 */
final class OldListing {
    private final FarSide far;
    private final OneByOne guests;

    OldListing(FarSide far) {
        this.far = far;
        this.guests = new OneByOne(far);
    }

    List<DomainRef> list(CallContext context, long flags) {
        List<DomainRef> domains = all(context);
        domains =
                chosen(domains, flags, LIST_ACTIVE | LIST_INACTIVE, ref -> ref.active() ? LIST_ACTIVE : LIST_INACTIVE);
        domains = asked(
                context,
                domains,
                flags,
                LIST_PERSISTENT | LIST_TRANSIENT,
                "DOMAIN_IS_PERSISTENT",
                answer -> answer.integer("persistent") != 0 ? LIST_PERSISTENT : LIST_TRANSIENT,
                LIST_PERSISTENT);
        domains = asked(
                context,
                domains,
                flags,
                LIST_RUNNING | LIST_PAUSED | LIST_SHUTOFF | LIST_OTHER,
                "DOMAIN_GET_INFO",
                OldListing::state,
                LIST_OTHER);
        domains = asked(
                context,
                domains,
                flags,
                LIST_MANAGED_SAVE | LIST_NO_MANAGED_SAVE,
                "DOMAIN_HAS_MANAGED_SAVE_IMAGE",
                answer -> answer.integer("result") != 0 ? LIST_MANAGED_SAVE : LIST_NO_MANAGED_SAVE,
                LIST_NO_MANAGED_SAVE,
                0);
        domains = asked(
                context,
                domains,
                flags,
                LIST_AUTOSTART | LIST_NO_AUTOSTART,
                "DOMAIN_GET_AUTOSTART",
                answer -> answer.integer("autostart") != 0 ? LIST_AUTOSTART : LIST_NO_AUTOSTART,
                LIST_NO_AUTOSTART);
        domains = asked(
                context,
                domains,
                flags,
                LIST_HAS_SNAPSHOT | LIST_NO_SNAPSHOT,
                "DOMAIN_SNAPSHOT_NUM",
                answer -> answer.integer("num") != 0 ? LIST_HAS_SNAPSHOT : LIST_NO_SNAPSHOT,
                LIST_NO_SNAPSHOT,
                0);
        // Checkpoints came long after the call that lists.
        return chosen(domains, flags, LIST_HAS_CHECKPOINT | LIST_NO_CHECKPOINT, ref -> LIST_NO_CHECKPOINT);
    }

    private List<DomainRef> all(CallContext context) {
        // A daemon refuses to be asked for more than it could ever tell, which was less once.
        PendingCall running = far.send(context, "CONNECT_NUM_OF_DOMAINS");
        PendingCall defined = far.send(context, "CONNECT_NUM_OF_DEFINED_DOMAINS");
        PendingCall ids =
                far.send(context, "CONNECT_LIST_DOMAINS", running.await(context).integer("num"));
        PendingCall names = far.send(
                context, "CONNECT_LIST_DEFINED_DOMAINS", defined.await(context).integer("num"));
        List<DomainRef> domains = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        add(
                domains,
                known,
                lookUp(context, "DOMAIN_LOOKUP_BY_ID", ids.await(context).list("ids", Integer.class)));
        add(
                domains,
                known,
                lookUp(context, "DOMAIN_LOOKUP_BY_NAME", names.await(context).list("names", String.class)));
        return domains;
    }

    private <K> Map<K, Values> lookUp(CallContext context, String procedure, List<K> keys) {
        return guests.ask(context, procedure, keys, key -> new Object[] {key});
    }

    /** A guest that was started between the two lists is in both. */
    private static void add(List<DomainRef> domains, Set<UUID> known, Map<?, Values> found) {
        for (Values answer : found.values()) {
            DomainRef domain = (DomainRef) answer.only();
            if (known.add(domain.uuid())) {
                domains.add(domain);
            }
        }
    }

    private static List<DomainRef> chosen(
            List<DomainRef> domains, long flags, long group, ToLongFunction<DomainRef> kind) {
        return (flags & group) == 0
                ? domains
                : domains.stream()
                        .filter(domain -> (flags & kind.applyAsLong(domain)) != 0)
                        .toList();
    }

    /**
     * Chooses by what the daemon answers about each.
     *
     * @param otherwise what they all are where the daemon does not even have the question
     * @param more arguments of the question, after the guest
     */
    private List<DomainRef> asked(
            CallContext context,
            List<DomainRef> domains,
            long flags,
            long group,
            String procedure,
            ToLongFunction<Values> kind,
            long otherwise,
            Object... more) {
        if ((flags & group) == 0) {
            return domains;
        }
        return far.orElseIfUnsupported(
                () -> {
                    Map<DomainRef, Values> answers =
                            guests.ask(context, procedure, domains, domain -> with(domain, more));
                    return answers.keySet().stream()
                            .filter(domain -> (flags & kind.applyAsLong(answers.get(domain))) != 0)
                            .toList();
                },
                (flags & otherwise) != 0 ? domains : List.of());
    }

    private static Object[] with(DomainRef domain, Object[] more) {
        List<Object> arguments = new ArrayList<>(List.of(more));
        arguments.add(0, domain);
        return arguments.toArray();
    }

    private static long state(Values info) {
        return switch (DomainState.ofNumber(info.integer("state"))) {
            case RUNNING -> LIST_RUNNING;
            case PAUSED -> LIST_PAUSED;
            case SHUT_OFF -> LIST_SHUTOFF;
            default -> LIST_OTHER;
        };
    }
}
