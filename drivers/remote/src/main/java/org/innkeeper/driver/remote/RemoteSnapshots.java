package org.innkeeper.driver.remote;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.SnapshotFacet;

/** Snapshots over the wire. */
final class RemoteSnapshots implements SnapshotFacet {
    private final FarSide far;
    private final SnapshotsByName byName;
    private volatile boolean listedByName;

    RemoteSnapshots(FarSide far) {
        this.far = far;
        this.byName = new SnapshotsByName(far);
    }

    @Override
    public List<SnapshotRef> list(CallContext context, DomainRef domain, long flags) {
        List<SnapshotRef> all = listed(context, "DOMAIN_LIST_ALL_SNAPSHOTS", domain, flags);
        return all == null ? byName.list(context, domain, flags) : all;
    }

    @Override
    public List<SnapshotRef> children(CallContext context, SnapshotRef snapshot, long flags) {
        List<SnapshotRef> all = listed(context, "DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN", snapshot, flags);
        return all == null ? byName.children(context, snapshot, flags) : all;
    }

    /** Null where the daemon has no such call; it is not asked again then. */
    private List<SnapshotRef> listed(CallContext context, String procedure, Object of, long flags) {
        if (listedByName) {
            return null;
        }
        List<SnapshotRef> all = far.orElseIfUnsupported(
                () -> far.list(SnapshotRef.class, "snapshots", context, procedure, of, 1, flags), null);
        listedByName = all == null;
        return all;
    }

    @Override
    public SnapshotRef lookup(CallContext context, DomainRef domain, String name) {
        return far.ask(SnapshotRef.class, context, "DOMAIN_SNAPSHOT_LOOKUP_BY_NAME", domain, name, 0);
    }

    @Override
    public SnapshotRef create(CallContext context, DomainRef domain, String xml, long flags) {
        return far.ask(SnapshotRef.class, context, "DOMAIN_SNAPSHOT_CREATE_XML", domain, xml, flags);
    }

    @Override
    public String xml(CallContext context, SnapshotRef snapshot, long flags) {
        return far.askText(context, "DOMAIN_SNAPSHOT_GET_XML_DESC", snapshot, flags);
    }

    @Override
    public Optional<SnapshotRef> current(CallContext context, DomainRef domain) {
        if (!far.askFlag(context, "DOMAIN_HAS_CURRENT_SNAPSHOT", domain, 0)) {
            return Optional.empty();
        }
        return Optional.of(far.ask(SnapshotRef.class, context, "DOMAIN_SNAPSHOT_CURRENT", domain, 0));
    }

    @Override
    public Optional<SnapshotRef> parent(CallContext context, SnapshotRef snapshot) {
        try {
            return Optional.of(far.ask(SnapshotRef.class, context, "DOMAIN_SNAPSHOT_GET_PARENT", snapshot, 0));
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_DOMAIN_SNAPSHOT) {
                return Optional.empty();
            }
            if (FarSide.isUnsupported(e)) {
                return byName.parent(context, snapshot);
            }
            throw e;
        }
    }

    @Override
    public void revert(CallContext context, SnapshotRef snapshot, long flags) {
        far.call(context, "DOMAIN_REVERT_TO_SNAPSHOT", snapshot, flags);
    }

    @Override
    public void delete(CallContext context, SnapshotRef snapshot, long flags) {
        far.call(context, "DOMAIN_SNAPSHOT_DELETE", snapshot, flags);
    }
}
