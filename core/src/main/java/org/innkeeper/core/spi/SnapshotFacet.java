package org.innkeeper.core.spi;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SnapshotRef;

/** Snapshots. Flags are those of {@link SnapshotFlags}. */
public interface SnapshotFacet extends Facet {
    /**
     * {@code virDomainListAllSnapshots}.
     *
     * @param flags {@code LIST_} bits
     */
    List<SnapshotRef> list(CallContext context, DomainRef domain, long flags);

    /** {@code virDomainSnapshotListAllChildren}. */
    List<SnapshotRef> children(CallContext context, SnapshotRef snapshot, long flags);

    /** {@code virDomainSnapshotLookupByName}. */
    SnapshotRef lookup(CallContext context, DomainRef domain, String name);

    /**
     * {@code virDomainSnapshotCreateXML}.
     *
     * @param flags {@code CREATE_} bits
     */
    SnapshotRef create(CallContext context, DomainRef domain, String xml, long flags);

    /** {@code virDomainSnapshotGetXMLDesc}. */
    String xml(CallContext context, SnapshotRef snapshot, long flags);

    /** The one the domain was last put to, or empty: {@code virDomainSnapshotCurrent}. */
    Optional<SnapshotRef> current(CallContext context, DomainRef domain);

    /** {@code virDomainSnapshotGetParent}. */
    Optional<SnapshotRef> parent(CallContext context, SnapshotRef snapshot);

    /**
     * {@code virDomainRevertToSnapshot}.
     *
     * @param flags {@code REVERT_} bits
     */
    void revert(CallContext context, SnapshotRef snapshot, long flags);

    /**
     * {@code virDomainSnapshotDelete}.
     *
     * @param flags {@code DELETE_} bits
     */
    void delete(CallContext context, SnapshotRef snapshot, long flags);
}
