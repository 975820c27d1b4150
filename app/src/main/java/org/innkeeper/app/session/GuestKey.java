package org.innkeeper.app.session;

import java.util.Objects;
import java.util.UUID;

/** Names a guest among all hosts. */
public record GuestKey(HostId host, UUID uuid) {
    public GuestKey {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(uuid, "uuid");
    }
}
