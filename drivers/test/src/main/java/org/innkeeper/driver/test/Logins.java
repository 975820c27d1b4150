package org.innkeeper.driver.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.driver.test.source.NodeFile.Login;

/** Asks who wants to see a host that does not let everybody in. */
final class Logins {
    private Logins() {}

    static void check(List<Login> logins, String host, AuthenticationCallback auth, OpenOptions options) {
        if (logins.isEmpty()) {
            return;
        }
        if (options.noQuestions()) {
            throw failed(ErrorCode.AUTH_FAILED, host + " wants a user name, and no question may be asked");
        }
        char[] user = ask(auth, host, new Credential(CredentialType.USERNAME, "Username", null));
        Login login = find(logins, user);
        Arrays.fill(user, '\0');
        if (login != null && login.password() == null) {
            return;
        }
        char[] password = ask(auth, host, new Credential(CredentialType.PASSPHRASE, "Password", null));
        boolean right = login != null && Arrays.equals(login.password().toCharArray(), password);
        Arrays.fill(password, '\0');
        if (!right) {
            throw failed(ErrorCode.AUTH_FAILED, host + " does not accept this user name and password");
        }
    }

    private static Login find(List<Login> logins, char[] user) {
        return logins.stream()
                .filter(login -> Arrays.equals(login.user().toCharArray(), user))
                .findFirst()
                .orElse(null);
    }

    private static char[] ask(AuthenticationCallback auth, String host, Credential credential) {
        List<char[]> answers = auth.ask(new CredentialRequest(host, "", List.of(credential)))
                .orElseThrow(() -> failed(ErrorCode.AUTH_CANCELLED, "Nobody answered what " + host + " wants to know"));
        if (answers.size() != 1) {
            new ArrayList<>(answers).forEach(answer -> Arrays.fill(answer, '\0'));
            throw failed(ErrorCode.AUTH_FAILED, host + " got " + answers.size() + " answers to one question");
        }
        return answers.get(0);
    }

    private static AuthenticationException failed(ErrorCode code, String message) {
        return new AuthenticationException(code, ErrorOrigin.TEST, message);
    }
}
