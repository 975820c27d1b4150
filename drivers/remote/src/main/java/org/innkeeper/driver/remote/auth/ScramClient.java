package org.innkeeper.driver.remote.auth;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** The client of SCRAM (RFC 5802, RFC 7677) without channel binding, which the JDK does not have. */
final class ScramClient implements SaslClient {
    private static final int MAX_ITERATIONS = 1_000_000;
    private static final int MIN_ITERATIONS = 4_096;
    private static final String NO_CHANNEL_BINDING = "n,,";

    private final String mechanism;
    private final String digest;
    private final String hmac;
    private final SaslCredentials credentials;
    private final String nonce;
    private String clientFirstBare;
    private byte[] expectedServerSignature;
    private int step;

    ScramClient(String mechanism, SaslCredentials credentials) {
        this(mechanism, credentials, randomNonce());
    }

    /** @param nonce as the examples of the RFCs have one */
    ScramClient(String mechanism, SaslCredentials credentials, String nonce) {
        this.mechanism = mechanism;
        this.digest = mechanism.substring("SCRAM-".length());
        this.hmac = "Hmac" + digest.replace("-", "");
        this.credentials = credentials;
        this.nonce = nonce;
    }

    static boolean supports(String mechanism) {
        return mechanism.equals("SCRAM-SHA-1")
                || mechanism.equals("SCRAM-SHA-256")
                || mechanism.equals("SCRAM-SHA-512");
    }

    @Override
    public String getMechanismName() {
        return mechanism;
    }

    @Override
    public boolean hasInitialResponse() {
        return true;
    }

    @Override
    public boolean isComplete() {
        return step == 3;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        String message = new String(challenge, StandardCharsets.UTF_8);
        step++;
        return switch (step) {
            case 1 -> clientFirst();
            case 2 -> clientFinal(message);
            case 3 -> serverFinal(message);
            default -> throw new SaslException("the host goes on after the exchange has ended");
        };
    }

    private byte[] clientFirst() {
        String name = credentials.userName().replace("=", "=3D").replace(",", "=2C");
        clientFirstBare = "n=" + name + ",r=" + nonce;
        return bytes(NO_CHANNEL_BINDING + clientFirstBare);
    }

    private byte[] clientFinal(String serverFirst) throws SaslException {
        Map<Character, String> attributes = attributes(serverFirst);
        String serverNonce = require(attributes, 'r', Function.identity());
        byte[] salt = require(attributes, 's', Base64.getDecoder()::decode);
        int iterations = require(attributes, 'i', Integer::parseInt);
        if (!serverNonce.startsWith(nonce) || serverNonce.length() == nonce.length()) {
            throw new SaslException("the host did not answer with our nonce");
        }
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
            throw new SaslException("the host wants " + iterations + " iterations; " + MIN_ITERATIONS + " to "
                    + MAX_ITERATIONS + " are accepted");
        }
        String withoutProof =
                "c=" + Base64.getEncoder().encodeToString(bytes(NO_CHANNEL_BINDING)) + ",r=" + serverNonce;
        byte[] authMessage = bytes(clientFirstBare + "," + serverFirst + "," + withoutProof);
        try {
            byte[] salted = salted(salt, iterations);
            byte[] clientKey = mac(salted, bytes("Client Key"));
            byte[] storedKey = MessageDigest.getInstance(digest).digest(clientKey);
            byte[] proof = xor(clientKey, mac(storedKey, authMessage));
            expectedServerSignature = mac(mac(salted, bytes("Server Key")), authMessage);
            return bytes(withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof));
        } catch (GeneralSecurityException e) {
            throw new SaslException("this Java has no " + hmac, e);
        }
    }

    private byte[] serverFinal(String message) throws SaslException {
        Map<Character, String> attributes = attributes(message);
        if (attributes.containsKey('e')) {
            throw new SaslException("the host says " + attributes.get('e'));
        }
        byte[] signature = require(attributes, 'v', Base64.getDecoder()::decode);
        if (!MessageDigest.isEqual(signature, expectedServerSignature)) {
            throw new SaslException("the host does not know the password either: it may be another host");
        }
        return null;
    }

    /** PBKDF2 with one block, which is what the RFC calls Hi. */
    private byte[] salted(byte[] salt, int iterations) throws GeneralSecurityException {
        byte[] password = StandardCharsets.UTF_8
                .encode(CharBuffer.wrap(credentials.password()))
                .array();
        int length = password.length;
        while (length > 0 && password[length - 1] == 0) {
            length--;
        }
        Mac mac = Mac.getInstance(hmac);
        // HMAC does not take an empty key; an empty password is no password.
        mac.init(new SecretKeySpec(length == 0 ? new byte[1] : Arrays.copyOf(password, length), hmac));
        Arrays.fill(password, (byte) 0);
        mac.update(salt);
        byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] result = block.clone();
        for (int i = 1; i < iterations; i++) {
            block = mac.doFinal(block);
            for (int j = 0; j < result.length; j++) {
                result[j] ^= block[j];
            }
        }
        return result;
    }

    private byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hmac);
        mac.init(new SecretKeySpec(key, hmac));
        return mac.doFinal(message);
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] result = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = (byte) (a[i] ^ b[i]);
        }
        return result;
    }

    private static Map<Character, String> attributes(String message) {
        Map<Character, String> attributes = new HashMap<>();
        for (String part : message.split(",")) {
            if (part.length() >= 2 && part.charAt(1) == '=') {
                attributes.put(part.charAt(0), part.substring(2));
            }
        }
        return attributes;
    }

    private static <T> T require(Map<Character, String> attributes, char name, Function<String, T> read)
            throws SaslException {
        String value = attributes.get(name);
        if (value == null) {
            throw new SaslException("the host's message lacks the attribute " + name);
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw new SaslException("the attribute " + name + " of the host's message cannot be read", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String randomNonce() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public byte[] unwrap(byte[] incoming, int offset, int length) {
        throw new IllegalStateException(mechanism + " has no security layer");
    }

    @Override
    public byte[] wrap(byte[] outgoing, int offset, int length) {
        throw new IllegalStateException(mechanism + " has no security layer");
    }

    @Override
    public Object getNegotiatedProperty(String property) {
        return null;
    }

    @Override
    public void dispose() {
        expectedServerSignature = null;
    }
}
