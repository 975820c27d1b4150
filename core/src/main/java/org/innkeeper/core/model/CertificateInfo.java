package org.innkeeper.core.model;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * What a certificate says of its owner, as far as people compare it.
 *
 * @param subject whose it is, as a distinguished name
 * @param issuer who vouches for it, as a distinguished name
 * @param serial its number at the issuer, in hexadecimal digits
 * @param notBefore the first moment it is valid
 * @param notAfter the last moment it is valid
 * @param names the host names and addresses it is for; empty where it lists none
 * @param authority whether it may vouch for others
 * @param key kind and size of its key, such as {@code RSA, 2048 bits}
 * @param sha256 fingerprint, in pairs of hexadecimal digits with colons between them
 */
public record CertificateInfo(
        String subject,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter,
        List<String> names,
        boolean authority,
        String key,
        String sha256) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    public CertificateInfo {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(notAfter, "notAfter");
        names = List.copyOf(names);
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** What that certificate says. */
    public static CertificateInfo of(X509Certificate certificate) {
        return new CertificateInfo(
                certificate.getSubjectX500Principal().toString(),
                certificate.getIssuerX500Principal().toString(),
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate),
                certificate.getBasicConstraints() >= 0,
                key(certificate),
                fingerprint(certificate));
    }

    /** What certificates say, in their order. */
    public static List<CertificateInfo> of(Collection<X509Certificate> certificates) {
        return certificates.stream().map(CertificateInfo::of).toList();
    }

    /** Whether nobody else vouches for it. */
    public boolean selfSigned() {
        return subject.equals(issuer);
    }

    public boolean validAt(Instant moment) {
        return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    int kind = (Integer) alternative.get(0);
                    if (kind == DNS_NAME || kind == IP_ADDRESS) {
                        names.add(String.valueOf(alternative.get(1)));
                    }
                }
            }
        } catch (CertificateParsingException e) {
            // Names that cannot be read are for no host; whoever verifies it says so.
            names.clear();
        }
        return names;
    }

    private static String key(X509Certificate certificate) {
        String algorithm = certificate.getPublicKey().getAlgorithm();
        if (certificate.getPublicKey() instanceof RSAKey rsa) {
            return algorithm + ", " + rsa.getModulus().bitLength() + " bits";
        }
        if (certificate.getPublicKey() instanceof ECKey curve) {
            return algorithm + ", " + curve.getParams().getOrder().bitLength() + " bits";
        }
        return algorithm;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            return "";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
