package org.innkeeper.driver.remote.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for tests, and certificates of it, good and bad. */
public final class TestPki {
    private static final AtomicLong SERIAL = new AtomicLong(System.currentTimeMillis());

    private final KeyPair authorityKey = rsa();
    private final X509Certificate authority;

    public TestPki(String name) {
        authority = sign(name, authorityKey, name, authorityKey.getPrivate(), days(-30), days(3650), null, List.of());
    }

    /** A certificate with its key. */
    public record Identity(X509Certificate certificate, PrivateKey key) {
        /** Writes both in PEM form. */
        public void write(Path certificateFile, Path keyFile) {
            pem(certificateFile, certificate);
            pem(keyFile, key);
        }

        /** Writes the key in PKCS#8 form, encrypted where {@code encryptor} is not null. */
        public void writeKey(Path file, OutputEncryptor encryptor) {
            try {
                pem(file, new JcaPKCS8Generator(key, encryptor));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public X509Certificate authority() {
        return authority;
    }

    public void writeAuthority(Path file) {
        pem(file, authority);
    }

    public Identity server(String commonName, List<GeneralName> names) {
        return server(commonName, names, days(-1), days(365));
    }

    public Identity server(String commonName, List<GeneralName> names, Instant from, Instant until) {
        return issue(rsa(), commonName, from, until, KeyPurposeId.id_kp_serverAuth, names);
    }

    public Identity client(String commonName) {
        return client(rsa(), commonName, days(-1), days(365));
    }

    public Identity client(KeyPair key, String commonName, Instant from, Instant until) {
        return issue(key, commonName, from, until, KeyPurposeId.id_kp_clientAuth, List.of());
    }

    public static Identity selfSigned(String commonName, List<GeneralName> names) {
        KeyPair key = rsa();
        X509Certificate certificate = sign(
                commonName,
                key,
                commonName,
                key.getPrivate(),
                days(-1),
                days(365),
                KeyPurposeId.id_kp_serverAuth,
                names);
        return new Identity(certificate, key.getPrivate());
    }

    private Identity issue(
            KeyPair key, String name, Instant from, Instant until, KeyPurposeId purpose, List<GeneralName> names) {
        String issuer = authority.getSubjectX500Principal().getName().substring("CN=".length());
        return new Identity(
                sign(name, key, issuer, authorityKey.getPrivate(), from, until, purpose, names), key.getPrivate());
    }

    public static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    public static GeneralName ip(String address) {
        return new GeneralName(GeneralName.iPAddress, address);
    }

    public static Instant days(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    public static KeyPair rsa() {
        return generate("RSA", 2048);
    }

    public static KeyPair ec() {
        return generate("EC", 256);
    }

    private static KeyPair generate(String algorithm, int size) {
        try {
            // The JDK's own elliptic keys lack their curve when they are written in the old form.
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            String subject,
            KeyPair key,
            String issuer,
            PrivateKey issuerKey,
            Instant from,
            Instant until,
            KeyPurposeId purpose,
            List<GeneralName> names) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name("CN=" + subject),
                    key.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == null));
            if (purpose == null) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            } else {
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pem(Path file, Object object) {
        try (Writer writer = Files.newBufferedWriter(file);
                JcaPEMWriter pem = new JcaPEMWriter(writer)) {
            pem.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
