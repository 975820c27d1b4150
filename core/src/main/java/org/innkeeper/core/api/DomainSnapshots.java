package org.innkeeper.core.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.SnapshotCreateFlag;
import org.innkeeper.core.api.flag.SnapshotFilter;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SnapshotFacet;

/** The snapshots of a domain: finding and taking them. */
public final class DomainSnapshots extends DomainPart {
    DomainSnapshots(Domain domain) {
        super(domain);
    }

    /** The object for a snapshot that is known by its name. Does not look whether it exists. */
    public DomainSnapshot named(String name) {
        return of(new SnapshotRef(ref(), name));
    }

    /** The snapshots that match, all of them without filters: {@code virDomainListAllSnapshots}. */
    public List<DomainSnapshot> list(CallContext context, Set<SnapshotFilter> filters) {
        return call("list")
                .notNull("filters", filters)
                .check(
                        !Call.has(filters, SnapshotFilter.DESCENDANTS),
                        "filters holds DESCENDANTS, which is for children of a snapshot")
                .get(context, (facet, c) -> facet.list(c, ref(), Flag.bits(filters)))
                .stream()
                .map(this::of)
                .toList();
    }

    /** {@code virDomainSnapshotLookupByName}. */
    public DomainSnapshot lookup(CallContext context, String name) {
        return of(call("lookup").notEmpty("name", name).get(context, (facet, c) -> facet.lookup(c, ref(), name)));
    }

    /** Takes one: {@code virDomainSnapshotCreateXML}. */
    public DomainSnapshot create(CallContext context, String xml, Set<SnapshotCreateFlag> flags) {
        return of(call("create")
                .changes()
                .notEmpty("xml", xml)
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.create(c, ref(), xml, Flag.bits(flags))));
    }

    /** The one the domain was last put to: {@code virDomainSnapshotCurrent}. */
    public Optional<DomainSnapshot> current(CallContext context) {
        return call("current")
                .get(context, (facet, c) -> facet.current(c, ref()))
                .map(this::of);
    }

    DomainSnapshot of(SnapshotRef ref) {
        return new DomainSnapshot(domain(), ref);
    }

    private Call<SnapshotFacet> call(String method) {
        return call(SnapshotFacet.class, method).needs(Feature.DOMAIN_SNAPSHOT);
    }
}
