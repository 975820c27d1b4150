package org.innkeeper.driver.remote.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks the host's certificate: dates, authority, purpose and name, each with a message of its own. */
public final class HostVerifier extends X509ExtendedTrustManager {
    private static final String SERVER_PURPOSE = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final List<X509Certificate> authorities;
    private final String host;
    private volatile CertificateProblem problem;
    private volatile List<X509Certificate> shown = List.of();

    /**
     * @param authorities whom we trust
     * @param host the name or address that was connected to
     */
    public HostVerifier(List<X509Certificate> authorities, String host) {
        this.authorities = List.copyOf(authorities);
        this.host = host;
    }

    /** What was found wrong, or null: TLS itself only says that something was. */
    public CertificateProblem problem() {
        return problem;
    }

    /** What the host showed, its own certificate first; empty before it did. */
    public List<X509Certificate> shown() {
        return shown;
    }

    /** Remembers a chain without a check. */
    void look(X509Certificate[] chain) {
        shown = List.of(chain);
    }

    /** Checks a chain, the host's own certificate first. */
    public void check(X509Certificate[] chain) throws CertificateException {
        look(chain);
        try {
            checkDates(chain[0]);
            checkAuthority(chain);
            checkPurpose(chain[0]);
            checkName(chain[0]);
        } catch (CertificateProblem e) {
            problem = e;
            throw e;
        }
    }

    private static void checkDates(X509Certificate certificate) throws CertificateProblem {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new CertificateProblem(
                    CertificateProblem.Kind.EXPIRED,
                    "its certificate expired on " + CertificateProblem.date(certificate.getNotAfter()),
                    "Renew the certificate on the host; if it is valid, check the clock of this machine.");
        } catch (CertificateNotYetValidException e) {
            throw new CertificateProblem(
                    CertificateProblem.Kind.NOT_YET_VALID,
                    "its certificate is not valid before " + CertificateProblem.date(certificate.getNotBefore()),
                    "Check the clocks of this machine and of the host.");
        }
    }

    private void checkAuthority(X509Certificate[] chain) throws CertificateProblem {
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(withoutAnchor(chain));
            Set<TrustAnchor> anchors =
                    authorities.stream().map(ca -> new TrustAnchor(ca, null)).collect(Collectors.toSet());
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (CertPathValidatorException e) {
            throw authorityProblem(chain[0], e);
        } catch (GeneralSecurityException e) {
            throw new CertificateProblem(
                    CertificateProblem.Kind.UNKNOWN_AUTHORITY,
                    "its certificate cannot be checked: " + e.getMessage(),
                    "Check the certificates of the authority on this machine.");
        }
    }

    /** A server may send its authority's certificate too, which the validator does not expect in the path. */
    private List<X509Certificate> withoutAnchor(X509Certificate[] chain) {
        List<X509Certificate> all = List.of(chain);
        boolean endsWithAnchor = chain.length > 1 && authorities.contains(chain[chain.length - 1]);
        return endsWithAnchor ? all.subList(0, chain.length - 1) : all;
    }

    private static CertificateProblem authorityProblem(X509Certificate certificate, CertPathValidatorException e) {
        if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return new CertificateProblem(
                    CertificateProblem.Kind.SELF_SIGNED,
                    "its certificate is signed by itself, not by an authority that is trusted here",
                    "Issue a certificate for the host with your authority.");
        }
        return new CertificateProblem(
                CertificateProblem.Kind.UNKNOWN_AUTHORITY,
                "its certificate was issued by " + certificate.getIssuerX500Principal()
                        + ", which is not an authority that is trusted here (" + e.getMessage() + ")",
                "Install the certificate of the host's authority as cacert.pem, if you trust it.");
    }

    private static void checkPurpose(X509Certificate certificate) throws CertificateException {
        List<String> purposes = certificate.getExtendedKeyUsage();
        if (purposes != null && !purposes.contains(SERVER_PURPOSE) && !purposes.contains(ANY_PURPOSE)) {
            throw new CertificateProblem(
                    CertificateProblem.Kind.WRONG_PURPOSE,
                    "its certificate is not meant for a server",
                    "Issue a certificate with the purpose of a TLS server for the host.");
        }
    }

    private void checkName(X509Certificate certificate) throws CertificateException {
        CertificateNames names = CertificateNames.of(certificate);
        if (!names.match(host)) {
            throw new CertificateProblem(
                    CertificateProblem.Kind.WRONG_NAME,
                    "its certificate is for " + names + ", not for " + host,
                    "Connect by a name of the certificate, or issue one with the name " + host + ".");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.toArray(X509Certificate[]::new);
    }
}
