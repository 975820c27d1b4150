package org.innkeeper.driver.test.host;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.snapshot.SnapshotCompletion;
import org.innkeeper.core.xml.snapshot.SnapshotDocument;

/** Taking snapshots of domains, going back to them, deleting them. Used under the lock of the host. */
public final class Snapshots {
    private final TestHost host;
    private final SnapshotReader reader;

    Snapshots(TestHost host) {
        this.host = host;
        reader = new SnapshotReader(host.inventory().reader());
    }

    /** The snapshot of that name. */
    public TestSnapshot get(TestDomain domain, String name) {
        TestSnapshot snapshot = domain.snapshots().find(name);
        if (snapshot == null) {
            throw HostErrors.about(
                    ErrorCode.NO_DOMAIN_SNAPSHOT,
                    ErrorSubject.Kind.SNAPSHOT,
                    name,
                    "'" + domain.name() + "' has no snapshot '" + name + "'",
                    "Read the list again");
        }
        return snapshot;
    }

    /**
     * Takes a snapshot.
     *
     * @param halt the domain is off afterwards
     * @param remember whether it is listed afterwards
     */
    public TestSnapshot take(TestDomain domain, String xml, boolean diskOnly, boolean halt, boolean remember) {
        SnapshotDocument document = SnapshotDocument.of(XmlReading.document(xml, "domainsnapshot"));
        Instant now = Instant.ofEpochMilli(host.clock().wallMillis());
        SnapshotCompletion.complete(document, now);
        TestSnapshot snapshot = reader.taken(document.root(), domain, diskOnly, now.getEpochSecond());
        requireNew(domain, snapshot.name());
        if (halt) {
            host.life().requireActive(domain);
        }
        if (remember) {
            domain.snapshots().put(snapshot);
            domain.snapshots().setCurrent(snapshot.name());
        }
        if (halt) {
            host.life().stop(domain, Reason.SHUT_OFF_FROM_SNAPSHOT, Detail.STOPPED_FROM_SNAPSHOT);
        }
        return snapshot;
    }

    private static void requireNew(TestDomain domain, String name) {
        if (domain.snapshots().find(name) != null) {
            throw HostErrors.state(domain, "already has a snapshot '" + name + "'", "Choose another name");
        }
    }

    /** Adds one that was taken before, or replaces what is known of it. */
    public TestSnapshot redefine(TestDomain domain, XmlElement root, boolean makeCurrent) {
        TestSnapshot snapshot = reader.redefined(root, domain);
        String parent = snapshot.parent();
        for (String above = parent; above != null; above = get(domain, above).parent()) {
            if (above.equals(snapshot.name())) {
                throw HostErrors.argument("The snapshot '" + snapshot.name() + "' cannot be above itself");
            }
        }
        domain.snapshots().put(snapshot);
        if (makeCurrent) {
            domain.snapshots().setCurrent(snapshot.name());
        }
        return snapshot;
    }

    /**
     * Puts a domain back to where it was.
     *
     * @param running run afterwards whatever it did then; likewise {@code paused}
     */
    public void revert(TestDomain domain, TestSnapshot snapshot, boolean running, boolean paused) {
        boolean toRun = snapshot.wasActive() || running || paused;
        if (!domain.isPersistent() && !toRun) {
            throw HostErrors.state(
                    domain,
                    "is transient and would be gone after going back to '" + snapshot.name() + "'",
                    "Ask for it to run afterwards");
        }
        if (domain.isActive()) {
            domain.end(Reason.SHUT_OFF_FROM_SNAPSHOT);
            host.events().post(domain, DomainLifecycleType.STOPPED, Detail.STOPPED_FROM_SNAPSHOT);
        }
        if (domain.isPersistent()) {
            domain.setPersistent(snapshot.definition());
        }
        if (toRun) {
            boolean pausedThen = snapshot.state() == DomainState.PAUSED;
            host.life()
                    .begin(
                            domain,
                            snapshot.definition(),
                            paused || (pausedThen && !running),
                            Reason.RUNNING_FROM_SNAPSHOT,
                            Detail.STARTED_FROM_SNAPSHOT);
        }
        domain.snapshots().setCurrent(snapshot.name());
    }

    /**
     * Deletes.
     *
     * @param itself this snapshot
     * @param below all below it; where they are kept they move up
     */
    public void delete(TestDomain domain, TestSnapshot snapshot, boolean itself, boolean below) {
        SnapshotTree tree = domain.snapshots();
        if (below) {
            List<TestSnapshot> descendants = tree.descendants(snapshot.name());
            boolean currentIsBelow = descendants.contains(tree.current());
            Collections.reverse(descendants);
            descendants.forEach(tree::remove);
            if (currentIsBelow) {
                tree.setCurrent(snapshot.name());
            }
        }
        if (itself) {
            tree.remove(snapshot);
        }
    }
}
