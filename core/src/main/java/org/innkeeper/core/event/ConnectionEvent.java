package org.innkeeper.core.event;

import java.util.Map;
import java.util.Objects;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.StoragePoolRef;

/** Something that happened on a host. */
public sealed interface ConnectionEvent {
    /**
     * A domain was defined, started, stopped and so on: {@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}.
     *
     * @param detail the number of the detail enum that belongs to the type
     */
    record DomainLifecycle(DomainRef domain, DomainLifecycleType type, int detail) implements ConnectionEvent {
        public DomainLifecycle {
            Objects.requireNonNull(domain, "domain");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * Anything else about a domain: reboot, balloon, device added, metadata and so on.
     *
     * @param eventId the number of libvirt's {@code virDomainEventID}
     * @param values what the event tells, under the names of libvirt's protocol
     */
    record DomainOther(DomainRef domain, int eventId, Map<String, Object> values) implements ConnectionEvent {
        /** {@code VIR_DOMAIN_EVENT_ID_REBOOT}. */
        public static final int REBOOT = 1;

        /** {@code VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE}; value {@code actual}, KiB. */
        public static final int BALLOON_CHANGE = 13;

        /** {@code VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED}; value {@code devAlias}. */
        public static final int DEVICE_REMOVED = 15;

        /** {@code VIR_DOMAIN_EVENT_ID_DEVICE_ADDED}; value {@code devAlias}. */
        public static final int DEVICE_ADDED = 19;

        /** {@code VIR_DOMAIN_EVENT_ID_METADATA_CHANGE}. */
        public static final int METADATA_CHANGE = 23;

        public DomainOther {
            Objects.requireNonNull(domain, "domain");
            values = Map.copyOf(values);
        }
    }

    /** @param type 0 defined, 1 undefined, 2 started, 3 stopped */
    record NetworkLifecycle(NetworkRef network, int type) implements ConnectionEvent {}

    /** @param type 0 defined, 1 undefined, 2 started, 3 stopped, 4 created, 5 deleted */
    record StoragePoolLifecycle(StoragePoolRef pool, int type) implements ConnectionEvent {}

    /** The volumes of a pool were read again. */
    record StoragePoolRefreshed(StoragePoolRef pool) implements ConnectionEvent {}

    /** @param type 0 created, 1 deleted, 2 defined, 3 undefined */
    record NodeDeviceLifecycle(NodeDeviceRef device, int type) implements ConnectionEvent {}

    /** The properties of a device of the host changed. */
    record NodeDeviceUpdated(NodeDeviceRef device) implements ConnectionEvent {}

    /** @param type 0 defined, 1 undefined */
    record SecretLifecycle(SecretRef secret, int type) implements ConnectionEvent {}

    /** The value of a secret changed. */
    record SecretValueChanged(SecretRef secret) implements ConnectionEvent {}

    /** Events may be missing (overflow, reconnect): read everything again. */
    record Resync() implements ConnectionEvent {}

    /**
     * The connection is gone; the last event of a connection.
     *
     * @param reason libvirt's {@code virConnectCloseReason}: 0 error, 1 end of file, 2 keepalive, 3 closed by us
     * @param message what happened, in English
     */
    record ConnectionClosed(int reason, String message) implements ConnectionEvent {}
}
