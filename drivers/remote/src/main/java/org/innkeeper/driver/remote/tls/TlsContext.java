package org.innkeeper.driver.remote.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.driver.remote.transport.StepFailure;

/** Our certificate and whom we trust, as the JDK's TLS wants them. */
final class TlsContext {
    private static final char[] NO_PASSWORD = {};

    private TlsContext() {}

    /**
     * @param passphrase asked for when our key is encrypted
     * @param sanity whether our own certificate is checked before it is shown
     */
    static SSLContext create(
            CertificateFiles files, X509ExtendedTrustManager trust, Supplier<char[]> passphrase, boolean sanity) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = files.hasClient() ? keyManagers(files, passphrase, sanity) : null;
            context.init(keys, new X509ExtendedTrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new InnkeeperException(
                    ErrorCode.GNUTLS_ERROR, ErrorOrigin.RPC, "TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keyManagers(CertificateFiles files, Supplier<char[]> passphrase, boolean sanity)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> chain = PemFiles.certificates(files.certificate());
        PrivateKey key = PemFiles.privateKey(files.key(), passphrase);
        if (sanity) {
            checkOurs(files, chain.get(0), key);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** The host would refuse these too, but only by closing the connection without a word. */
    private static void checkOurs(CertificateFiles files, X509Certificate ours, PrivateKey key) {
        Date now = new Date();
        if (now.after(ours.getNotAfter())) {
            throw refused(
                    files, "it expired on " + CertificateProblem.date(ours.getNotAfter()), "Have a new one issued.");
        }
        if (now.before(ours.getNotBefore())) {
            throw refused(
                    files,
                    "it is not valid before " + CertificateProblem.date(ours.getNotBefore()),
                    "Check the clock of this machine.");
        }
        if (!PemFiles.belongTogether(ours, key)) {
            throw refused(files, "it does not belong to the key " + files.key(), "Install the key it was issued for.");
        }
        boolean issued = PemFiles.certificates(files.ca()).stream().anyMatch(ca -> isIssuedBy(ours, ca));
        if (!issued) {
            throw refused(
                    files,
                    "it was not issued by the authority of " + files.ca(),
                    "Have it issued by that authority, or set no_sanity=1 when the host trusts another one.");
        }
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static InnkeeperException refused(CertificateFiles files, String reason, String remedy) {
        ErrorInfo info = ErrorInfo.of(
                        ErrorCode.GNUTLS_ERROR,
                        ErrorOrigin.RPC,
                        "the certificate of this client, " + files.certificate() + ", cannot be used: " + reason)
                .withSubject(ErrorSubject.of(
                        ErrorSubject.Kind.FILE, files.certificate().toString()))
                .withRemedy(remedy);
        return new StepFailure(
                CheckStep.Kind.OWN_CERTIFICATE,
                info,
                CertificateInfo.of(PemFiles.certificates(files.certificate())),
                null);
    }
}
