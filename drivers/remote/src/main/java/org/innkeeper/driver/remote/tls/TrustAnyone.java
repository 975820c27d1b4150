package org.innkeeper.driver.remote.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks nothing: what {@code no_verify=1} in a URI asks for. */
final class TrustAnyone extends X509ExtendedTrustManager {
    private static final System.Logger LOG = System.getLogger(TrustAnyone.class.getName());

    private final Consumer<X509Certificate[]> shown;

    /** @param shown is told what the host shows */
    TrustAnyone(Consumer<X509Certificate[]> shown) {
        this.shown = shown;
    }

    private void accept(X509Certificate[] chain) {
        shown.accept(chain);
        LOG.log(
                System.Logger.Level.WARNING,
                "the certificate of {0} was not verified, as the URI says",
                chain[0].getSubjectX500Principal());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        accept(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        accept(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        accept(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        accept(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        accept(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        accept(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
