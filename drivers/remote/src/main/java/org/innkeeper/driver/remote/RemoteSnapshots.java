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

    RemoteSnapshots(FarSide far) {
        this.far = far;
    }

    @Override
    public List<SnapshotRef> list(CallContext context, DomainRef domain, long flags) {
        return far.list(SnapshotRef.class, "snapshots", context, "DOMAIN_LIST_ALL_SNAPSHOTS", domain, 1, flags);
    }

    @Override
    public List<SnapshotRef> children(CallContext context, SnapshotRef snapshot, long flags) {
        return far.list(
                SnapshotRef.class, "snapshots", context, "DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN", snapshot, 1, flags);
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
