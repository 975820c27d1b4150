package org.innkeeper.core.model;

import java.util.Objects;

/**
 * State and reason: libvirt's {@code virDomainGetState}.
 *
 * @param state the state
 * @param reason the number of libvirt's reason enum that belongs to the state ({@code virDomainRunningReason},
 *     {@code virDomainPausedReason}, {@code virDomainShutoffReason}, ...); 0 is unknown in all of them
 */
public record DomainStatus(DomainState state, int reason) {
    public DomainStatus {
        Objects.requireNonNull(state, "state");
    }

    public static DomainStatus of(DomainState state) {
        return new DomainStatus(state, 0);
    }
}
