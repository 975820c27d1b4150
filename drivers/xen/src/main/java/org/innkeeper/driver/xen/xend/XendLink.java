package org.innkeeper.driver.xen.xend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Finds the xend to speak to among the places where one may listen, and keeps what it said of itself. */
final class XendLink {
    /** How long a xend that did not answer is not asked again, so that calls it is of no use for are not held up. */
    private static final long RETRY_NANOS = 3_000_000_000L;

    private final List<XendAddress> addresses;
    private final Path stored;
    private final Duration limit;
    private volatile Found found;
    private volatile Failure failure;

    /** @param stored where xend keeps what it manages, null where it is on another machine */
    XendLink(List<XendAddress> addresses, Path stored, Duration limit) {
        this.addresses = List.copyOf(addresses);
        this.stored = stored;
        this.limit = limit;
    }

    /** A xend that answered. */
    record Found(XendClient client, XendNode node, XendInventory inventory) {
        XendVersion version() {
            return node.format();
        }
    }

    private record Failure(InnkeeperException why, long time) {}

    /** @throws InnkeeperException where none answers: why the first did not */
    Found get(CallContext context) {
        Found known = found;
        if (known != null) {
            return known;
        }
        Failure recent = failure;
        if (recent != null && System.nanoTime() - recent.time() < RETRY_NANOS) {
            throw recent.why();
        }
        InnkeeperException first = null;
        for (XendAddress address : addresses) {
            try {
                known = probe(context, new XendClient(address, limit));
                found = known;
                return known;
            } catch (CallCancelledException e) {
                throw e;
            } catch (InnkeeperException e) {
                first = first == null ? e : first;
            }
        }
        InnkeeperException why = first == null ? notThere() : first;
        failure = new Failure(why, System.nanoTime());
        throw why;
    }

    private static InnkeeperException notThere() {
        return new InnkeeperException(ErrorCode.NO_CONNECT, ErrorOrigin.XEND, "xend does not run here");
    }

    private Found probe(CallContext context, XendClient client) {
        XendNode node = XendNode.of(client.getSexpr(context, "/xend/node/"));
        boolean keepsInactive = node.format().isFrom(XendVersion.XEN_3_0_4);
        return new Found(client, node, new XendInventory(client, keepsInactive, stored));
    }

    /** What the host tells now. */
    XendNode node(CallContext context) {
        return XendNode.of(get(context).client().getSexpr(context, "/xend/node/"));
    }

    /** Whether there is anything to try: a socket that exists, or a host on the network. */
    boolean isPossible() {
        return addresses.stream().anyMatch(address -> address.socket() == null || Files.exists(address.socket()));
    }

    /** Somebody else has changed what xend keeps. */
    void changed() {
        Found known = found;
        if (known != null) {
            known.inventory().changed();
        }
    }

    /** Looks for it anew the next time. */
    void lost() {
        found = null;
    }
}
