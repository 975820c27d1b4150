package org.innkeeper.core.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a secret; its UUID is the key within a host.
 *
 * @param uuid the key
 * @param usageType libvirt's {@code virSecretUsageType}: 0 none, 1 volume, 2 ceph, 3 iscsi, 4 tls, 5 vtpm
 * @param usageId what it is used for, in the words of the usage type; empty where there is none
 */
public record SecretRef(UUID uuid, int usageType, String usageId) {
    public SecretRef {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(usageId, "usageId");
    }
}
