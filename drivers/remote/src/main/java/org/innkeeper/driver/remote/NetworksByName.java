package org.innkeeper.driver.remote;

import static org.innkeeper.core.spi.NetworkFlags.LIST_ACTIVE;
import static org.innkeeper.core.spi.NetworkFlags.LIST_AUTOSTART;
import static org.innkeeper.core.spi.NetworkFlags.LIST_INACTIVE;
import static org.innkeeper.core.spi.NetworkFlags.LIST_NO_AUTOSTART;
import static org.innkeeper.core.spi.NetworkFlags.LIST_PERSISTENT;
import static org.innkeeper.core.spi.NetworkFlags.LIST_TRANSIENT;

import java.util.List;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.CallContext;

/** The networks of a daemon from before the one call that lists them all (libvirt 0.10.2). */
final class NetworksByName {
    private static final NamedKind ACTIVE =
            new NamedKind("CONNECT_NUM_OF_NETWORKS", "CONNECT_LIST_NETWORKS", "NETWORK_LOOKUP_BY_NAME");
    private static final NamedKind INACTIVE =
            new NamedKind("CONNECT_NUM_OF_DEFINED_NETWORKS", "CONNECT_LIST_DEFINED_NETWORKS", "NETWORK_LOOKUP_BY_NAME");

    private final FarSide far;
    private final ListsByName lists;

    NetworksByName(FarSide far) {
        this.far = far;
        this.lists = new ListsByName(far);
    }

    List<NetworkRef> list(CallContext context, long flags) {
        return lists.byActivity(context, NetworkRef.class, flags, ACTIVE, INACTIVE, LIST_ACTIVE, LIST_INACTIVE)
                .byAnswer(
                        LIST_PERSISTENT | LIST_TRANSIENT,
                        "NETWORK_IS_PERSISTENT",
                        answer -> answer.integer("persistent") != 0 ? LIST_PERSISTENT : LIST_TRANSIENT,
                        LIST_PERSISTENT)
                .byAnswer(
                        LIST_AUTOSTART | LIST_NO_AUTOSTART,
                        "NETWORK_GET_AUTOSTART",
                        answer -> answer.integer("autostart") != 0 ? LIST_AUTOSTART : LIST_NO_AUTOSTART,
                        LIST_NO_AUTOSTART)
                .left();
    }

    /** For daemons before libvirt 0.7.3, which cannot be asked. */
    boolean isActive(CallContext context, NetworkRef network) {
        return lists.names(context, List.of(ACTIVE)).get(0).contains(network.name());
    }
}
