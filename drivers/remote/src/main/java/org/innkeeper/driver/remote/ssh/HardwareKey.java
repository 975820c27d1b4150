package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;

/**
 * A key file of OpenSSH whose secret is in a device (FIDO). The file has the public key and what the device wants to be
 * told; only an agent, or the ssh program, can sign with it.
 *
 * @param publicKey as it is on the wire
 */
record HardwareKey(Path file, byte[] publicKey) {
    /** The types of such keys, with certificates and without; an agent signs with them as with any other. */
    static final List<String> ALGORITHMS = List.of(
            "sk-ssh-ed25519-cert-v01@openssh.com",
            "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com");

    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    /** More than any key file has. */
    private static final int FILE_MAX = 65_536;

    /** The key of a file, or empty where it is one of another kind. */
    static Optional<HardwareKey> read(Path file) throws IOException {
        if (Files.size(file) > FILE_MAX) {
            return Optional.empty();
        }
        String body = Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.startsWith("-----"))
                .map(String::strip)
                .collect(Collectors.joining());
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(body));
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                return Optional.empty();
            }
            // The cipher, the making of its key, and what that wants: all of the private part alone.
            for (int i = 0; i < 3; i++) {
                string(in);
            }
            in.getInt();
            byte[] publicKey = string(in);
            String type = new String(string(ByteBuffer.wrap(publicKey)), StandardCharsets.US_ASCII);
            return ALGORITHMS.contains(type) ? Optional.of(new HardwareKey(file, publicKey)) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            // A file in another format, or none at all: what is wrong with it the library says.
            return Optional.empty();
        }
    }

    private static byte[] string(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    boolean isAmong(IdentityRepository identities) {
        return identities.getIdentities().stream()
                .map(Identity::getPublicKeyBlob)
                .anyMatch(blob -> Arrays.equals(blob, publicKey));
    }

    /** No agent holds the key, so that nobody can sign. */
    InnkeeperException notHeld(String host, Throwable cause) {
        return SshFailure.ofLogin(
                ErrorCode.AUTH_UNAVAILABLE,
                host,
                "the secret of the key file " + file + " is in a hardware key, and no ssh agent holds it",
                "Give it to your agent (ssh-add " + file + ") and start this program where SSH_AUTH_SOCK names the"
                        + " agent, or add command=ssh to the URI.",
                cause);
    }
}
