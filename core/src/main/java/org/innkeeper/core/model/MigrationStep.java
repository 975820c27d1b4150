package org.innkeeper.core.model;

import java.util.Arrays;

/**
 * What one step of a migration hands to the next: a document or URI and an opaque cookie.
 *
 * @param document the domain's XML after begin, the URI to migrate to after prepare, else null
 * @param cookie bytes only the drivers understand, empty where there are none; at most 16 KiB on the wire
 */
public record MigrationStep(String document, byte[] cookie) {
    public MigrationStep {
        cookie = cookie == null ? new byte[0] : cookie.clone();
    }

    @Override
    public byte[] cookie() {
        return cookie.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationStep step
                && java.util.Objects.equals(document, step.document)
                && Arrays.equals(cookie, step.cookie);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hashCode(document) * 31 + Arrays.hashCode(cookie);
    }
}
