package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.event.EventBroadcaster;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;
import org.innkeeper.driver.remote.wire.RpcListener;

/** Events over the wire. The daemon is asked for them when the first listener comes. */
final class RemoteEvents implements EventFacet, RpcListener {
    private static final System.Logger LOG = System.getLogger(RemoteEvents.class.getName());
    private static final int QUEUE_BOUND = 4096;

    /** The procedure of each domain event but lifecycle, with libvirt's {@code virDomainEventID}. */
    private static final Map<String, Integer> DOMAIN_EVENTS = Map.of(
            "DOMAIN_EVENT_CALLBACK_REBOOT", ConnectionEvent.DomainOther.REBOOT,
            "DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE", ConnectionEvent.DomainOther.BALLOON_CHANGE,
            "DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED", ConnectionEvent.DomainOther.DEVICE_REMOVED,
            "DOMAIN_EVENT_CALLBACK_DEVICE_ADDED", ConnectionEvent.DomainOther.DEVICE_ADDED,
            "DOMAIN_EVENT_CALLBACK_METADATA_CHANGE", ConnectionEvent.DomainOther.METADATA_CHANGE);

    private static final int LIFECYCLE = 0;

    private final EventBroadcaster broadcaster;
    private volatile FarSide far;
    private boolean registered;

    RemoteEvents(String host) {
        broadcaster = new EventBroadcaster("events of " + host, QUEUE_BOUND);
    }

    void connected(FarSide farSide) {
        far = farSide;
    }

    @Override
    public AutoCloseable subscribe(CallContext context, Consumer<ConnectionEvent> listener) {
        AutoCloseable subscription = broadcaster.subscribe(listener);
        register(context);
        return subscription;
    }

    private synchronized void register(CallContext context) {
        if (registered) {
            return;
        }
        List<PendingCall> calls = new ArrayList<>();
        calls.add(far.sendAhead(context, "CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", LIFECYCLE, null));
        for (int event : DOMAIN_EVENTS.values()) {
            calls.add(far.sendAhead(context, "CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", event, null));
        }
        calls.add(far.sendAhead(context, "CONNECT_NETWORK_EVENT_REGISTER_ANY", 0, null));
        for (int event = 0; event <= 1; event++) {
            calls.add(far.sendAhead(context, "CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY", event, null));
            calls.add(far.sendAhead(context, "CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY", event, null));
            calls.add(far.sendAhead(context, "CONNECT_SECRET_EVENT_REGISTER_ANY", event, null));
        }
        for (PendingCall call : calls) {
            awaitRegistration(context, call);
        }
        registered = true;
    }

    /**
     * A driver there may lack some kinds of events, and virtqemud has others only while virtnetworkd and its like run;
     * the rest is worth having.
     */
    private void awaitRegistration(CallContext context, PendingCall call) {
        try {
            call.await(context);
        } catch (CallCancelledException e) {
            throw e;
        } catch (InnkeeperException e) {
            far.connection().checkAlive();
            LOG.log(System.Logger.Level.DEBUG, "no such events there: {0}", e.getMessage());
        }
    }

    @Override
    public void event(Procedure procedure, Values values) {
        ConnectionEvent event = translate(procedure.name(), values);
        if (event != null) {
            broadcaster.publish(event);
        }
    }

    private static ConnectionEvent translate(String name, Values values) {
        return switch (name) {
            case "DOMAIN_EVENT_CALLBACK_LIFECYCLE" -> lifecycle((Values) values.get("msg"));
            case "NETWORK_EVENT_LIFECYCLE" ->
                new ConnectionEvent.NetworkLifecycle((NetworkRef) values.get("net"), values.integer("event"));
            case "STORAGE_POOL_EVENT_LIFECYCLE" ->
                new ConnectionEvent.StoragePoolLifecycle((StoragePoolRef) values.get("pool"), values.integer("event"));
            case "STORAGE_POOL_EVENT_REFRESH" ->
                new ConnectionEvent.StoragePoolRefreshed((StoragePoolRef) values.get("pool"));
            case "NODE_DEVICE_EVENT_LIFECYCLE" ->
                new ConnectionEvent.NodeDeviceLifecycle((NodeDeviceRef) values.get("dev"), values.integer("event"));
            case "NODE_DEVICE_EVENT_UPDATE" -> new ConnectionEvent.NodeDeviceUpdated((NodeDeviceRef) values.get("dev"));
            case "SECRET_EVENT_LIFECYCLE" ->
                new ConnectionEvent.SecretLifecycle((SecretRef) values.get("secret"), values.integer("event"));
            case "SECRET_EVENT_VALUE_CHANGED" ->
                new ConnectionEvent.SecretValueChanged((SecretRef) values.get("secret"));
            default -> other(name, values);
        };
    }

    private static ConnectionEvent lifecycle(Values message) {
        DomainLifecycleType type = DomainLifecycleType.ofNumber(message.integer("event"));
        // A kind that is newer than this program: what it means can only be read from the host.
        return type == null
                ? new ConnectionEvent.Resync()
                : new ConnectionEvent.DomainLifecycle((DomainRef) message.get("dom"), type, message.integer("detail"));
    }

    private static ConnectionEvent other(String name, Values values) {
        Integer id = DOMAIN_EVENTS.get(name);
        if (id == null) {
            return null;
        }
        // Older events wrap their fields in a struct, newer ones do not.
        Values fields = name.equals("DOMAIN_EVENT_CALLBACK_DEVICE_ADDED")
                        || name.equals("DOMAIN_EVENT_CALLBACK_METADATA_CHANGE")
                ? values
                : (Values) values.get("msg");
        Map<String, Object> map = fields.toMap();
        DomainRef domain = (DomainRef) map.remove("dom");
        return new ConnectionEvent.DomainOther(domain, id, map);
    }

    @Override
    public void closed(int reason, ErrorInfo info) {
        // An attempt to connect that failed is told by its error; the next one may succeed.
        if (far == null) {
            return;
        }
        broadcaster.publish(new ConnectionEvent.ConnectionClosed(reason, info.message()));
        broadcaster.close();
    }
}
