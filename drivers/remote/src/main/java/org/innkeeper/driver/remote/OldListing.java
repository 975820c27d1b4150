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
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;

/**
 * The guests of a daemon from before the one call that lists them all with filters (libvirt 0.9.13): the ids of those that
 * run and the names of those that are defined, each looked up, and each asked about what the filters want to know.
 */
final class OldListing {
    private static final List<NamedKind> KINDS = List.of(
            new NamedKind("CONNECT_NUM_OF_DOMAINS", "CONNECT_LIST_DOMAINS", "DOMAIN_LOOKUP_BY_ID"),
            new NamedKind("CONNECT_NUM_OF_DEFINED_DOMAINS", "CONNECT_LIST_DEFINED_DOMAINS", "DOMAIN_LOOKUP_BY_NAME"));

    private final FarSide far;
    private final ListsByName lists;

    OldListing(FarSide far) {
        this.far = far;
        this.lists = new ListsByName(far);
    }

    List<DomainRef> list(CallContext context, long flags) {
        return new Choice<>(far, context, flags, all(context))
                .by(LIST_ACTIVE | LIST_INACTIVE, domain -> domain.active() ? LIST_ACTIVE : LIST_INACTIVE)
                .byAnswer(
                        LIST_PERSISTENT | LIST_TRANSIENT,
                        "DOMAIN_IS_PERSISTENT",
                        answer -> answer.integer("persistent") != 0 ? LIST_PERSISTENT : LIST_TRANSIENT,
                        LIST_PERSISTENT)
                .byAnswer(
                        LIST_RUNNING | LIST_PAUSED | LIST_SHUTOFF | LIST_OTHER,
                        "DOMAIN_GET_INFO",
                        OldListing::state,
                        LIST_OTHER)
                .byAnswer(
                        LIST_MANAGED_SAVE | LIST_NO_MANAGED_SAVE,
                        "DOMAIN_HAS_MANAGED_SAVE_IMAGE",
                        answer -> answer.integer("result") != 0 ? LIST_MANAGED_SAVE : LIST_NO_MANAGED_SAVE,
                        LIST_NO_MANAGED_SAVE,
                        0)
                .byAnswer(
                        LIST_AUTOSTART | LIST_NO_AUTOSTART,
                        "DOMAIN_GET_AUTOSTART",
                        answer -> answer.integer("autostart") != 0 ? LIST_AUTOSTART : LIST_NO_AUTOSTART,
                        LIST_NO_AUTOSTART)
                .byAnswer(
                        LIST_HAS_SNAPSHOT | LIST_NO_SNAPSHOT,
                        "DOMAIN_SNAPSHOT_NUM",
                        answer -> answer.integer("num") != 0 ? LIST_HAS_SNAPSHOT : LIST_NO_SNAPSHOT,
                        LIST_NO_SNAPSHOT,
                        0)
                // Checkpoints came long after the call that lists.
                .by(LIST_HAS_CHECKPOINT | LIST_NO_CHECKPOINT, domain -> LIST_NO_CHECKPOINT)
                .left();
    }

    private List<DomainRef> all(CallContext context) {
        List<DomainRef> domains = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        for (List<DomainRef> list : lists.all(context, DomainRef.class, KINDS)) {
            for (DomainRef domain : list) {
                // A guest that was started between the two lists is in both, with another id.
                if (known.add(domain.uuid())) {
                    domains.add(domain);
                }
            }
        }
        return domains;
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
