package org.innkeeper.app.session;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;

/**
 * What hosts want to know of the user while they are connected. Each question waits for its answer; a thread that is
 * interrupted does not want to know any more, and gets a no.
 */
public interface HostQuestions extends AuthenticationCallback {
    /**
     * Whether programs and keys that a URI from outside names may be used. They are shown exactly as they are.
     *
     * @param host what the user calls it
     * @param uri the whole URI
     */
    boolean allow(String host, String uri, List<ForeignPrograms.Item> items);

    /** Questions of credentials go there; nothing from outside is allowed. */
    static HostQuestions onlyCredentials(AuthenticationCallback authentication) {
        return new HostQuestions() {
            @Override
            public boolean allow(String host, String uri, List<ForeignPrograms.Item> items) {
                return false;
            }

            @Override
            public Optional<List<char[]>> ask(CredentialRequest request) {
                return authentication.ask(request);
            }
        };
    }
}
