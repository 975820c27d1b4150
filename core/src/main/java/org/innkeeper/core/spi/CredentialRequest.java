package org.innkeeper.core.spi;

import java.util.List;
import java.util.Objects;

/**
 * What a host wants to know before it lets somebody in.
 *
 * @param host who asks, as the user knows it
 * @param reason why it asks again, such as a wrong password; empty the first time
 * @param credentials what it wants, at least one
 */
public record CredentialRequest(String host, String reason, List<Credential> credentials) {
    public CredentialRequest {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(reason, "reason");
        credentials = List.copyOf(credentials);
    }

    /**
     * One question: libvirt's {@code virConnectCredential}.
     *
     * @param type what is asked for
     * @param prompt the question in English, or the text of the far end
     * @param defaultValue what to offer, or null
     */
    public record Credential(CredentialType type, String prompt, String defaultValue) {
        public Credential {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(prompt, "prompt");
        }
    }

    /** Kinds of questions; {@link #secret()} ones are not shown while typed. */
    public enum CredentialType {
        USERNAME,
        AUTHENTICATION_NAME,
        REALM,
        ECHO_PROMPT,
        PASSPHRASE,
        NO_ECHO_PROMPT,
        /** A yes or no about a host key or certificate; the answer is {@code yes} or anything else. */
        CONFIRM_HOST;

        public boolean secret() {
            return this == PASSPHRASE || this == NO_ECHO_PROMPT;
        }
    }
}
