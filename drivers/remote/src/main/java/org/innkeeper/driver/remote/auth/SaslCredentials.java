package org.innkeeper.driver.remote.auth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.RealmChoiceCallback;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;

/** Name and password of one attempt: asked for once, overwritten when closed. */
final class SaslCredentials implements CallbackHandler, AutoCloseable {
    private final String host;
    private final String problem;
    private final AuthenticationCallback auth;
    private List<char[]> answers;

    SaslCredentials(String host, String problem, AuthenticationCallback auth) {
        this.host = host;
        this.problem = problem;
        this.auth = auth;
    }

    /** The name that was given; empty where nobody was asked, as with a ticket. */
    Optional<String> givenName() {
        return answers == null ? Optional.empty() : Optional.of(userName());
    }

    String userName() {
        return new String(answers().get(0));
    }

    /** The password itself, not a copy: do not keep it. */
    char[] password() {
        return answers().get(1);
    }

    private List<char[]> answers() {
        if (answers == null) {
            CredentialRequest request = new CredentialRequest(
                    host,
                    problem,
                    List.of(
                            new Credential(CredentialType.AUTHENTICATION_NAME, "User name", null),
                            new Credential(CredentialType.PASSPHRASE, "Password", null)));
            Optional<List<char[]>> given = auth.ask(request);
            if (given.isEmpty() || given.get().size() != 2) {
                throw new AuthenticationException(
                        ErrorCode.AUTH_CANCELLED, ErrorOrigin.AUTH, "no user name and password for " + host + " given");
            }
            answers = new ArrayList<>(given.get());
        }
        return answers;
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(userName());
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(password());
            } else if (callback instanceof RealmCallback realm) {
                realm.setText(realm.getDefaultText());
            } else if (callback instanceof RealmChoiceCallback realm) {
                realm.setSelectedIndex(realm.getDefaultChoice());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void close() {
        if (answers != null) {
            answers.forEach(answer -> Arrays.fill(answer, '\0'));
        }
    }
}
