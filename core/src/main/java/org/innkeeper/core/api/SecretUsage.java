package org.innkeeper.core.api;

/** What a secret is for, with the numbers of libvirt's {@code virSecretUsageType} (the ordinal). */
public enum SecretUsage {
    /** Nothing in particular. */
    NONE,
    /** An encrypted volume. */
    VOLUME,
    /** Ceph storage. */
    CEPH,
    /** iSCSI storage. */
    ISCSI,
    /** A TLS key. */
    TLS,
    /** The state of a TPM. */
    VTPM;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
