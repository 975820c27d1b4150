package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;

/** Hands the questions of ssh to whoever answers for the user. The library wants the answers as strings. */
final class SshQuestions implements UserInfo, UIKeyboardInteractive {
    private final String host;
    private final AuthenticationCallback auth;
    private String answer;
    private int passwords;
    private boolean cancelled;

    SshQuestions(String host, AuthenticationCallback auth) {
        this.host = host;
        this.auth = auth;
    }

    /** Whether the user was asked and did not answer. */
    boolean wasCancelled() {
        return cancelled;
    }

    /** Whether a password was tried. */
    boolean triedPassword() {
        return passwords > 0;
    }

    @Override
    public String getPassphrase() {
        return takeAnswer();
    }

    @Override
    public String getPassword() {
        return takeAnswer();
    }

    private String takeAnswer() {
        String taken = answer;
        answer = null;
        return taken;
    }

    @Override
    public boolean promptPassword(String message) {
        String reason = passwords++ == 0 ? "" : "The password is wrong.";
        return ask(reason, new Credential(CredentialType.PASSPHRASE, message, null));
    }

    @Override
    public boolean promptPassphrase(String message) {
        return ask("", new Credential(CredentialType.PASSPHRASE, message, null));
    }

    private boolean ask(String reason, Credential credential) {
        Optional<List<char[]>> answers = auth.ask(new CredentialRequest(host, reason, List.of(credential)));
        if (answers.isEmpty() || answers.get().isEmpty()) {
            cancelled = true;
            return false;
        }
        char[] word = answers.get().get(0);
        answer = new String(word);
        Arrays.fill(word, '\0');
        return true;
    }

    /** Keys of hosts are asked about by {@link KnownHosts}; anything else that wants a yes gets a no. */
    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public void showMessage(String message) {
        System.getLogger(SshQuestions.class.getName())
                .log(System.Logger.Level.INFO, "{0} says: {1}", host, message.strip());
    }

    @Override
    public String[] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompts, boolean[] echo) {
        if (prompts.length == 0) {
            return new String[0];
        }
        List<Credential> credentials = new ArrayList<>();
        for (int i = 0; i < prompts.length; i++) {
            CredentialType type = echo[i] ? CredentialType.ECHO_PROMPT : CredentialType.NO_ECHO_PROMPT;
            credentials.add(new Credential(type, prompts[i], null));
        }
        passwords++;
        Optional<List<char[]>> answers =
                auth.ask(new CredentialRequest(host, instruction == null ? "" : instruction, credentials));
        if (answers.isEmpty() || answers.get().size() != prompts.length) {
            cancelled = true;
            return null;
        }
        String[] texts = new String[prompts.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(answers.get().get(i));
            Arrays.fill(answers.get().get(i), '\0');
        }
        return texts;
    }
}
