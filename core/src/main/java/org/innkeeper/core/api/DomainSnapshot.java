package org.innkeeper.core.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.SnapshotDeleteFlag;
import org.innkeeper.core.api.flag.SnapshotFilter;
import org.innkeeper.core.api.flag.SnapshotRevertFlag;
import org.innkeeper.core.api.flag.SnapshotXmlFlag;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SnapshotFacet;

/** One snapshot of a domain. Two are equal when domain and name are. */
public final class DomainSnapshot extends HostObject {
    private final Domain domain;
    private final SnapshotRef ref;

    DomainSnapshot(Domain domain, SnapshotRef ref) {
        super(domain.core());
        this.domain = domain;
        this.ref = ref;
    }

    public Domain domain() {
        return domain;
    }

    @Override
    public SnapshotRef ref() {
        return ref;
    }

    public String name() {
        return ref.name();
    }

    /** {@code virDomainSnapshotGetXMLDesc}; with passwords it is refused on a read-only connection. */
    public String xml(CallContext context, Set<SnapshotXmlFlag> flags) {
        return call("xml")
                .changesIf(Call.has(flags, SnapshotXmlFlag.SECURE))
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.xml(c, ref, Flag.bits(flags)));
    }

    /** {@code virDomainSnapshotGetParent}. */
    public Optional<DomainSnapshot> parent(CallContext context) {
        return call("parent")
                .get(context, (facet, c) -> facet.parent(c, ref))
                .map(parent -> new DomainSnapshot(domain, parent));
    }

    /** The ones below it that match: {@code virDomainSnapshotListAllChildren}. */
    public List<DomainSnapshot> children(CallContext context, Set<SnapshotFilter> filters) {
        return call("children")
                .notNull("filters", filters)
                .check(
                        !Call.has(filters, SnapshotFilter.ROOTS),
                        "filters holds ROOTS, which is for the snapshots of a domain")
                .get(context, (facet, c) -> facet.children(c, ref, Flag.bits(filters)))
                .stream()
                .map(child -> new DomainSnapshot(domain, child))
                .toList();
    }

    /** Puts the domain back to it: {@code virDomainRevertToSnapshot}. What came after is lost unless it was saved. */
    public void revert(CallContext context, Set<SnapshotRevertFlag> flags) {
        call("revert")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.revert(c, ref, Flag.bits(flags)));
    }

    /** {@code virDomainSnapshotDelete}. */
    public void delete(CallContext context, Set<SnapshotDeleteFlag> flags) {
        call("delete")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.delete(c, ref, Flag.bits(flags)));
    }

    private Call<SnapshotFacet> call(String method) {
        return call(SnapshotFacet.class, method).needs(Feature.DOMAIN_SNAPSHOT);
    }

    @Override
    ErrorSubject subject() {
        return ErrorSubject.of(ErrorSubject.Kind.SNAPSHOT, name());
    }

    @Override
    Object identity() {
        return List.of(domain, name());
    }
}
