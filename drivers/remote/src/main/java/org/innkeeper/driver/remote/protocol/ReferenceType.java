package org.innkeeper.driver.remote.protocol;

import java.util.UUID;
import java.util.function.Function;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** A struct of the table that has a value of {@code core.model}. */
record ReferenceType(Layout layout, Function<Values, Object> fromFields, Function<Object, Object[]> toFields)
        implements XdrType {
    /** The struct of that name as a value of core, or the layout itself where core has none. */
    static XdrType of(String struct, Layout layout) {
        return switch (struct) {
            case "domain" ->
                new ReferenceType(
                        layout,
                        v -> new DomainRef(v.text("name"), (UUID) v.get("uuid"), v.integer("id")),
                        o -> o instanceof DomainRef d ? new Object[] {d.name(), d.uuid(), d.id()} : null);
            case "network" ->
                new ReferenceType(
                        layout,
                        v -> new NetworkRef(v.text("name"), (UUID) v.get("uuid")),
                        o -> o instanceof NetworkRef n ? new Object[] {n.name(), n.uuid()} : null);
            case "storage_pool" ->
                new ReferenceType(
                        layout,
                        v -> new StoragePoolRef(v.text("name"), (UUID) v.get("uuid")),
                        o -> o instanceof StoragePoolRef p ? new Object[] {p.name(), p.uuid()} : null);
            case "storage_vol" ->
                new ReferenceType(
                        layout,
                        v -> new VolumeRef(v.text("pool"), v.text("name"), v.text("key")),
                        o -> o instanceof VolumeRef r ? new Object[] {r.pool(), r.name(), r.key()} : null);
            case "node_device" ->
                new ReferenceType(
                        layout,
                        v -> new NodeDeviceRef(v.text("name")),
                        o -> o instanceof NodeDeviceRef d ? new Object[] {d.name()} : null);
            case "secret" ->
                new ReferenceType(
                        layout,
                        v -> new SecretRef((UUID) v.get("uuid"), v.integer("usageType"), v.text("usageID")),
                        o -> o instanceof SecretRef s ? new Object[] {s.uuid(), s.usageType(), s.usageId()} : null);
            case "domain_snapshot" ->
                new ReferenceType(
                        layout,
                        v -> new SnapshotRef((DomainRef) v.get("dom"), v.text("name")),
                        o -> o instanceof SnapshotRef s ? new Object[] {s.name(), s.domain()} : null);
            case "domain_stats_record" ->
                new ReferenceType(
                        layout,
                        v -> new DomainStats(
                                (DomainRef) v.get("dom"), System.nanoTime(), v.list("params", TypedParameter.class)),
                        o -> o instanceof DomainStats s ? new Object[] {s.domain(), s.parameters()} : null);
            default -> layout;
        };
    }

    @Override
    public void write(XdrWriter out, Object value, String what) {
        Object[] fields = toFields.apply(value);
        if (fields == null) {
            throw new IllegalArgumentException(
                    what + " is a " + value.getClass().getName());
        }
        layout.writeFields(out, fields);
    }

    @Override
    public Object read(XdrReader in) {
        return fromFields.apply(layout.read(in));
    }

    @Override
    public int minimumSize() {
        return layout.minimumSize();
    }
}
