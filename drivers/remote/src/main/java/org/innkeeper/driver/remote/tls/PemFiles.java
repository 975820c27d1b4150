package org.innkeeper.driver.remote.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/** Reads certificates and private keys from PEM files: PKCS#1, PKCS#8 and EC keys, encrypted or not. */
public final class PemFiles {
    private static final long SIZE_MAX = 4L * 1024 * 1024;

    private PemFiles() {}

    /** All certificates of a file, at least one. */
    public static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(checkedSize(file))) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw unreadable(file, "there is no certificate in it", null);
            }
            return certificates;
        } catch (IOException e) {
            throw unreadable(file, IoReason.of(e), e);
        } catch (CertificateException e) {
            throw unreadable(file, "it is not a certificate in PEM form", e);
        }
    }

    /**
     * The private key of a file.
     *
     * @param passphrase asked for when the key is encrypted; overwritten afterwards
     */
    public static PrivateKey privateKey(Path file, Supplier<char[]> passphrase) {
        try (Reader reader = Files.newBufferedReader(checkedSize(file));
                PEMParser parser = new PEMParser(reader)) {
            Object object = parser.readObject();
            // An EC key may have its curve in a block before it.
            while (object != null && !isKey(object)) {
                object = parser.readObject();
            }
            if (object == null) {
                throw unreadable(file, "there is no private key in it", null);
            }
            return new JcaPEMKeyConverter().getPrivateKey(keyInfo(object, passphrase));
        } catch (IOException e) {
            throw unreadable(file, IoReason.of(e), e);
        } catch (PKCSException | OperatorCreationException e) {
            throw unreadable(file, "it cannot be decrypted: the passphrase may be wrong", e);
        }
    }

    private static boolean isKey(Object object) {
        return object instanceof PEMKeyPair
                || object instanceof PrivateKeyInfo
                || object instanceof PEMEncryptedKeyPair
                || object instanceof PKCS8EncryptedPrivateKeyInfo;
    }

    private static PrivateKeyInfo keyInfo(Object object, Supplier<char[]> passphrase)
            throws IOException, PKCSException, OperatorCreationException {
        if (object instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (object instanceof PrivateKeyInfo info) {
            return info;
        }
        // Made when it is needed: it takes long to load, and most keys are not encrypted.
        Provider provider = new BouncyCastleProvider();
        char[] word = passphrase.get();
        try {
            if (object instanceof PEMEncryptedKeyPair encrypted) {
                return encrypted
                        .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                .setProvider(provider)
                                .build(word))
                        .getPrivateKeyInfo();
            }
            return ((PKCS8EncryptedPrivateKeyInfo) object)
                    .decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(provider)
                            .build(word));
        } catch (PEMException e) {
            throw new PKCSException("the key cannot be decrypted", e);
        } finally {
            Arrays.fill(word, '\0');
        }
    }

    /** Whether a certificate belongs to a key, by signing something with one and checking it with the other. */
    static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            byte[] text = {1, 2, 3};
            java.security.Signature signer = java.security.Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(text);
            byte[] signature = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(text);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Path checkedSize(Path file) throws IOException {
        if (Files.size(file) > SIZE_MAX) {
            throw unreadable(file, "it is larger than 4 MiB", null);
        }
        return file;
    }

    private static InnkeeperException unreadable(Path file, String reason, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.SYSTEM_ERROR,
                                ErrorOrigin.RPC,
                                "the certificate or key file " + file + " cannot be read: " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()))
                        .withRemedy("Install the certificates of the host's authority and of this client there, or give"
                                + " their directory with pkipath=."),
                cause);
    }
}
