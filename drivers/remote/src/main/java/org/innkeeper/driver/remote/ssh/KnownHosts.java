package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;

/** The keys of hosts: a new one is asked about once and then kept, a changed one is always refused. */
final class KnownHosts implements HostKeyRepository {
    /** What to do about a key that is not known yet. */
    enum Unknown {
        ASK,
        ACCEPT,
        /** Accept it, and do not keep it. */
        IGNORE
    }

    private final HostKeyRepository file;
    private final String host;
    private final Path path;
    private final Unknown unknown;
    private final AuthenticationCallback auth;
    private String changedFingerprint;
    private boolean refused;

    KnownHosts(JSch jsch, Path path, String host, Unknown unknown, AuthenticationCallback auth) throws JSchException {
        jsch.setKnownHosts(path.toString());
        this.file = jsch.getHostKeyRepository();
        this.path = path;
        this.host = host;
        this.unknown = unknown;
        this.auth = auth;
    }

    /** The fingerprint of a key that differs from the known one, or null. */
    String changedFingerprint() {
        return changedFingerprint;
    }

    /** Whether the user did not want to trust a new key. */
    boolean wasRefused() {
        return refused;
    }

    Path path() {
        return path;
    }

    @Override
    public int check(String name, byte[] key) {
        int answer = file.check(name, key);
        if (answer == CHANGED) {
            changedFingerprint = fingerprint(key);
            return CHANGED;
        }
        if (answer == OK || unknown == Unknown.IGNORE) {
            return OK;
        }
        if (unknown == Unknown.ASK && !confirmed(key)) {
            refused = true;
            return NOT_INCLUDED;
        }
        keep(name, key);
        return OK;
    }

    private boolean confirmed(byte[] key) {
        // The fingerprint on a line of its own, for whoever compares it.
        String question = "The ssh key of " + host + " is not known yet. Its fingerprint is:\n" + fingerprint(key);
        CredentialRequest request =
                new CredentialRequest(host, "", List.of(new Credential(CredentialType.CONFIRM_HOST, question, null)));
        return auth.ask(request)
                .map(answers -> answers.size() == 1 && "yes".equals(new String(answers.get(0))))
                .orElse(false);
    }

    private void keep(String name, byte[] key) {
        try {
            file.add(new HostKey(name, key), null);
        } catch (JSchException e) {
            throw SshFailure.of(host, "its key cannot be kept in " + path + ": " + e.getMessage(), null, e);
        }
    }

    /** As OpenSSH shows it. */
    static String fingerprint(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void add(HostKey key, UserInfo info) {
        file.add(key, info);
    }

    @Override
    public void remove(String name, String type) {
        file.remove(name, type);
    }

    @Override
    public void remove(String name, String type, byte[] key) {
        file.remove(name, type, key);
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return file.getKnownHostsRepositoryID();
    }

    @Override
    public HostKey[] getHostKey() {
        return file.getHostKey();
    }

    @Override
    public HostKey[] getHostKey(String name, String type) {
        return file.getHostKey(name, type);
    }
}
