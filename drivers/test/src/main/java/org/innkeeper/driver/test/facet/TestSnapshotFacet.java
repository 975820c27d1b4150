package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.SnapshotFlags;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.SnapshotTree;
import org.innkeeper.driver.test.host.SnapshotXml;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.TestSnapshot;
import org.innkeeper.driver.test.host.XmlReading;

/** Snapshots of guests in memory. */
final class TestSnapshotFacet extends HostFacet implements SnapshotFacet {
    private static final long CREATE = SnapshotFlags.CREATE_REDEFINE
            | SnapshotFlags.CREATE_CURRENT
            | SnapshotFlags.CREATE_NO_METADATA
            | SnapshotFlags.CREATE_HALT
            | SnapshotFlags.CREATE_DISK_ONLY
            | SnapshotFlags.CREATE_REUSE_EXT
            | SnapshotFlags.CREATE_QUIESCE
            | SnapshotFlags.CREATE_ATOMIC
            | SnapshotFlags.CREATE_LIVE
            | SnapshotFlags.CREATE_VALIDATE;
    private static final long REVERT = SnapshotFlags.REVERT_RUNNING
            | SnapshotFlags.REVERT_PAUSED
            | SnapshotFlags.REVERT_FORCE
            | SnapshotFlags.REVERT_RESET_NVRAM;
    private static final long DELETE =
            SnapshotFlags.DELETE_CHILDREN | SnapshotFlags.DELETE_METADATA_ONLY | SnapshotFlags.DELETE_CHILDREN_ONLY;

    TestSnapshotFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<SnapshotRef> list(CallContext context, DomainRef domain, long flags) {
        SnapshotFlags.check("snapshot.list", flags, SnapshotFilter.ALL);
        return call(context, "snapshot.list", () -> {
            TestDomain found = host.domains().get(domain);
            return refs(found, found.snapshots().all(), flags, (flags & SnapshotFlags.LIST_ROOTS) != 0);
        });
    }

    private static List<SnapshotRef> refs(
            TestDomain domain, Collection<TestSnapshot> snapshots, long flags, boolean rootsOnly) {
        SnapshotTree tree = domain.snapshots();
        List<SnapshotRef> refs = new ArrayList<>();
        for (TestSnapshot snapshot : snapshots) {
            boolean leaf = tree.children(snapshot.name()).isEmpty();
            if (SnapshotFilter.matches(snapshot, leaf, flags) && (!rootsOnly || snapshot.parent() == null)) {
                refs.add(new SnapshotRef(domain.ref(), snapshot.name()));
            }
        }
        return refs;
    }

    @Override
    public List<SnapshotRef> children(CallContext context, SnapshotRef snapshot, long flags) {
        SnapshotFlags.check("snapshot.children", flags, SnapshotFilter.ALL);
        return call(context, "snapshot.list", () -> {
            TestDomain found = host.domains().get(snapshot.domain());
            TestSnapshot parent = host.snapshots().get(found, snapshot.name());
            List<TestSnapshot> below = (flags & SnapshotFlags.LIST_DESCENDANTS) != 0
                    ? found.snapshots().descendants(parent.name())
                    : found.snapshots().children(parent.name());
            return refs(found, below, flags, false);
        });
    }

    @Override
    public SnapshotRef lookup(CallContext context, DomainRef domain, String name) {
        return call(context, "snapshot.lookup", () -> {
            TestDomain found = host.domains().get(domain);
            return new SnapshotRef(
                    found.ref(), host.snapshots().get(found, name).name());
        });
    }

    @Override
    public SnapshotRef create(CallContext context, DomainRef domain, String xml, long flags) {
        SnapshotFlags.check("snapshot.create", flags, CREATE);
        boolean redefine = (flags & SnapshotFlags.CREATE_REDEFINE) != 0;
        if ((flags & SnapshotFlags.CREATE_CURRENT) != 0 && !redefine) {
            throw HostErrors.argument("Only a snapshot that is redefined can be made the current one explicitly");
        }
        if ((flags & SnapshotFlags.CREATE_QUIESCE) != 0) {
            throw HostErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "Guests of a test host have no agent that could write everything first",
                    "Leave QUIESCE out");
        }
        SnapshotRef[] created = new SnapshotRef[1];
        job(context, "snapshot.create", domain, () -> host.domains().get(domain), () -> {
            TestDomain found = host.domains().get(domain);
            TestSnapshot snapshot = redefine
                    ? host.snapshots()
                            .redefine(
                                    found,
                                    XmlReading.document(xml, "domainsnapshot").root(),
                                    (flags & SnapshotFlags.CREATE_CURRENT) != 0)
                    : host.snapshots()
                            .take(
                                    found,
                                    xml,
                                    (flags & SnapshotFlags.CREATE_DISK_ONLY) != 0,
                                    (flags & SnapshotFlags.CREATE_HALT) != 0,
                                    (flags & SnapshotFlags.CREATE_NO_METADATA) == 0);
            created[0] = new SnapshotRef(found.ref(), snapshot.name());
        });
        return created[0];
    }

    @Override
    public String xml(CallContext context, SnapshotRef snapshot, long flags) {
        SnapshotFlags.check("snapshot.xml", flags, SnapshotFlags.XML_SECURE);
        return call(context, "snapshot.xml", () -> {
            TestSnapshot found = get(snapshot);
            boolean secrets = (flags & SnapshotFlags.XML_SECURE) != 0;
            return SnapshotXml.of(found, DomainXml.visible(found.definition().xml(), secrets));
        });
    }

    private TestSnapshot get(SnapshotRef ref) {
        return host.snapshots().get(host.domains().get(ref.domain()), ref.name());
    }

    @Override
    public Optional<SnapshotRef> current(CallContext context, DomainRef domain) {
        return call(context, "snapshot.current", () -> {
            TestDomain found = host.domains().get(domain);
            return Optional.ofNullable(found.snapshots().current())
                    .map(snapshot -> new SnapshotRef(found.ref(), snapshot.name()));
        });
    }

    @Override
    public Optional<SnapshotRef> parent(CallContext context, SnapshotRef snapshot) {
        return call(context, "snapshot.parent", () -> Optional.ofNullable(
                        get(snapshot).parent())
                .map(name -> new SnapshotRef(snapshot.domain(), name)));
    }

    @Override
    public void revert(CallContext context, SnapshotRef snapshot, long flags) {
        SnapshotFlags.check("snapshot.revert", flags, REVERT);
        boolean running = (flags & SnapshotFlags.REVERT_RUNNING) != 0;
        boolean paused = (flags & SnapshotFlags.REVERT_PAUSED) != 0;
        if (running && paused) {
            throw HostErrors.argument("A guest cannot be both running and paused afterwards");
        }
        job(context, "snapshot.revert", snapshot.domain(), () -> get(snapshot), () -> host.snapshots()
                .revert(host.domains().get(snapshot.domain()), get(snapshot), running, paused));
    }

    @Override
    public void delete(CallContext context, SnapshotRef snapshot, long flags) {
        SnapshotFlags.check("snapshot.delete", flags, DELETE);
        boolean children = (flags & SnapshotFlags.DELETE_CHILDREN) != 0;
        boolean childrenOnly = (flags & SnapshotFlags.DELETE_CHILDREN_ONLY) != 0;
        if (children && childrenOnly) {
            throw HostErrors.argument("Delete either all below a snapshot, or the snapshot and all below");
        }
        run(context, "snapshot.delete", () -> host.snapshots()
                .delete(host.domains().get(snapshot.domain()), get(snapshot), !childrenOnly, children || childrenOnly));
    }
}
