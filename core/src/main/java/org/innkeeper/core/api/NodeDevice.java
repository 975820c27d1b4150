package org.innkeeper.core.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeDeviceFacet;

/** A device of a host. Two are equal when connection and name are. */
public final class NodeDevice extends HostObject {
    private final NodeDeviceRef ref;

    NodeDevice(ConnectionCore core, NodeDeviceRef ref) {
        super(core);
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    @Override
    public NodeDeviceRef ref() {
        return ref;
    }

    /** {@code virNodeDeviceGetName}. */
    public String name() {
        return ref.name();
    }

    /** {@code virNodeDeviceGetXMLDesc}. */
    public String xml(CallContext context) {
        return call("xml").get(context, (facet, c) -> facet.xml(c, ref));
    }

    /** The name of the device it hangs on; empty at the root: {@code virNodeDeviceGetParent}. */
    public Optional<String> parent(CallContext context) {
        return call("parent").get(context, (facet, c) -> Optional.ofNullable(facet.parent(c, ref)));
    }

    /** What it can do: {@code virNodeDeviceListCaps}, {@code virNodeDeviceNumOfCaps}. */
    public List<String> capabilities(CallContext context) {
        return call("capabilities").get(context, (facet, c) -> facet.capabilities(c, ref));
    }

    /** Removes a virtual device: {@code virNodeDeviceDestroy}. */
    public void destroy(CallContext context) {
        call("destroy").changes().run(context, (facet, c) -> facet.destroy(c, ref));
    }

    private Call<NodeDeviceFacet> call(String method) {
        return call(NodeDeviceFacet.class, method);
    }

    @Override
    ErrorSubject subject() {
        return ErrorSubject.of(ErrorSubject.Kind.NODE_DEVICE, name());
    }

    @Override
    Object identity() {
        return ref;
    }
}
