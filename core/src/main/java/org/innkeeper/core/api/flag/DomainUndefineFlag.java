package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** What may be lost together with a definition. */
public enum DomainUndefineFlag implements Flag {
    /** The managed save. */
    MANAGED_SAVE(DomainFlags.UNDEFINE_MANAGED_SAVE),
    /** What is known of its snapshots. */
    SNAPSHOTS_METADATA(DomainFlags.UNDEFINE_SNAPSHOTS_METADATA),
    /** The NVRAM file. */
    NVRAM(DomainFlags.UNDEFINE_NVRAM),
    /** Nothing of the NVRAM file: it stays. */
    KEEP_NVRAM(DomainFlags.UNDEFINE_KEEP_NVRAM),
    /** What is known of its checkpoints. */
    CHECKPOINTS_METADATA(DomainFlags.UNDEFINE_CHECKPOINTS_METADATA),
    /** The state of its TPM. */
    TPM(DomainFlags.UNDEFINE_TPM),
    /** Nothing of its TPM: the state stays. */
    KEEP_TPM(DomainFlags.UNDEFINE_KEEP_TPM);

    private final long bit;

    DomainUndefineFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
