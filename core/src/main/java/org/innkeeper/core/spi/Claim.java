package org.innkeeper.core.spi;

import java.util.Objects;

/**
 * A provider's answer to a URI.
 *
 * @param accepted whether it will open it
 * @param reason why not, in a few words that go into the error when nobody accepts; empty when accepted
 */
public record Claim(boolean accepted, String reason) {
    private static final Claim ACCEPTED = new Claim(true, "");

    public Claim {
        Objects.requireNonNull(reason, "reason");
    }

    public static Claim accept() {
        return ACCEPTED;
    }

    public static Claim decline(String reason) {
        return new Claim(false, reason);
    }
}
