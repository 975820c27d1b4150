package org.innkeeper.driver.remote.ssh;

import static org.innkeeper.driver.remote.ssh.StandInAgent.bytes;
import static org.innkeeper.driver.remote.ssh.StandInAgent.putString;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A FIDO authenticator without a device. What it signs is not the data but a digest of the application, what the user did,
 * a counter, and a digest of the data.
 */
final class SoftwareAuthenticator implements StandInAgent.Key {
    private static final String APPLICATION = "ssh:";
    private static final int USER_PRESENT = 1;
    private static final int COORDINATE = 32;

    private final String type;
    private final KeyPair pair;
    private final AtomicInteger counter = new AtomicInteger(41);

    private SoftwareAuthenticator(String type, KeyPair pair) {
        this.type = type;
        this.pair = pair;
    }

    /** @param type {@code sk-ssh-ed25519@openssh.com} or {@code sk-ecdsa-sha2-nistp256@openssh.com} */
    static SoftwareAuthenticator of(String type) throws GeneralSecurityException {
        if (type.contains("ed25519")) {
            return new SoftwareAuthenticator(
                    type, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new SoftwareAuthenticator(type, generator.generateKeyPair());
    }

    @Override
    public byte[] publicKey() throws IOException {
        return bytes(key -> {
            putString(key, ascii(type));
            if (isEd25519()) {
                byte[] encoded = pair.getPublic().getEncoded();
                putString(key, Arrays.copyOfRange(encoded, encoded.length - COORDINATE, encoded.length));
            } else {
                ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
                putString(key, ascii("nistp256"));
                putString(key, bytes(point -> {
                    point.write(4);
                    point.write(coordinate(publicKey.getW().getAffineX()));
                    point.write(coordinate(publicKey.getW().getAffineY()));
                }));
            }
            putString(key, ascii(APPLICATION));
        });
    }

    private boolean isEd25519() {
        return type.contains("ed25519");
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
        return padded;
    }

    @Override
    public byte[] sign(byte[] data) throws IOException {
        try {
            int count = counter.incrementAndGet();
            byte[] signed = bytes(all -> {
                all.write(sha256(ascii(APPLICATION)));
                all.write(USER_PRESENT);
                all.writeInt(count);
                all.write(sha256(data));
            });
            Signature signature = Signature.getInstance(isEd25519() ? "Ed25519" : "SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            byte[] raw = signature.sign();
            return bytes(answer -> {
                putString(answer, ascii(type));
                putString(answer, isEd25519() ? raw : twoNumbers(raw));
                answer.write(USER_PRESENT);
                answer.writeInt(count);
            });
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] sha256(byte[] data) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** From DER, a sequence of two integers, each of less than 128 bytes, to what ssh has. */
    private static byte[] twoNumbers(byte[] der) throws IOException {
        int r = 4;
        int s = r + der[r - 1] + 2;
        return bytes(numbers -> {
            putString(numbers, Arrays.copyOfRange(der, r, s - 2));
            putString(numbers, Arrays.copyOfRange(der, s, s + der[s - 1]));
        });
    }

    /** As it stands in {@code authorized_keys}. */
    String publicLine() throws IOException {
        return type + " " + Base64.getEncoder().encodeToString(publicKey()) + " of the test";
    }

    /** A key file as OpenSSH writes it; the part that is for the device is empty. */
    String keyFile() throws IOException {
        byte[] body = bytes(file -> {
            file.write(ascii("openssh-key-v1\0"));
            putString(file, ascii("none"));
            putString(file, ascii("none"));
            putString(file, new byte[0]);
            file.writeInt(1);
            putString(file, publicKey());
            putString(file, new byte[8]);
        });
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(body)
                + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
