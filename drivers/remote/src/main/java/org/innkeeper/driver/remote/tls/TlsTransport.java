package org.innkeeper.driver.remote.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;
import org.innkeeper.driver.remote.transport.SocketConnector;
import org.innkeeper.driver.remote.transport.Transport;

/** TLS with both ends showing a certificate. The daemon confirms ours with one byte after the handshake. */
public final class TlsTransport implements Transport {
    /** libvirtd's default port with TLS. */
    public static final int DEFAULT_PORT = 16514;

    private static final System.Logger LOG = System.getLogger(TlsTransport.class.getName());
    private static final int CONFIRMATION = 1;
    private static final int HANDSHAKE_MILLIS = 20_000;

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String description;

    private TlsTransport(SSLSocket socket, String description) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.description = description;
    }

    /** @param passphrase asked for when our key is encrypted */
    public static TlsTransport connect(
            CallContext context, ConnectUri uri, String host, int port, Supplier<char[]> passphrase) {
        boolean verify = !uri.isSet(RemoteParameter.NO_VERIFY);
        CertificateFiles files = CertificateFiles.of(uri);
        List<X509Certificate> authorities = verify ? PemFiles.certificates(files.ca()) : List.of();
        HostVerifier verifier = new HostVerifier(authorities, host);
        X509ExtendedTrustManager trust = verify ? verifier : new TrustAnyone();
        boolean sanity = verify && !uri.isSet(RemoteParameter.NO_SANITY);
        var tls = TlsContext.create(files, trust, passphrase, sanity);
        Socket tcp = SocketConnector.connect(context, host, port);
        Runnable forget = context.onCancel(() -> close(tcp));
        try {
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(tcp, host, port, true);
            TlsPriority.of(uri.parameter(RemoteParameter.TLS_PRIORITY).orElse(""))
                    .apply(socket);
            return handshake(socket, host, port, verifier);
        } catch (IOException | InnkeeperException e) {
            close(tcp);
            context.check("Connecting to " + host);
            throw e instanceof InnkeeperException known
                    ? known
                    : failure(host, "TLS failed: " + e.getMessage(), null, e);
        } finally {
            forget.run();
        }
    }

    private static TlsTransport handshake(SSLSocket socket, String host, int port, HostVerifier verifier)
            throws IOException {
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            CertificateProblem problem = verifier.problem();
            if (problem != null) {
                throw failure(host, "it cannot be trusted: " + problem.getMessage(), problem.remedy(), e);
            }
            throw failure(
                    host,
                    "the TLS handshake failed: " + e.getMessage(),
                    "Check that this is the TLS port of a libvirt daemon.",
                    e);
        }
        TlsTransport transport = new TlsTransport(socket, "tls to " + host + " port " + port);
        transport.awaitConfirmation(host);
        socket.setSoTimeout(0);
        return transport;
    }

    /** With TLS 1.3 the missing byte is the only sign that the host refused our certificate. */
    private void awaitConfirmation(String host) throws IOException {
        int answer;
        try {
            answer = in.read();
        } catch (SSLException | SocketException | EOFException e) {
            throw refusedUs(host, e);
        }
        if (answer < 0) {
            throw refusedUs(host, null);
        }
        if (answer != CONFIRMATION) {
            throw failure(
                    host,
                    "it sent " + answer + " where a libvirt daemon sends 1",
                    "Check that this is the TLS port of a libvirt daemon.",
                    null);
        }
    }

    private static InnkeeperException refusedUs(String host, IOException cause) {
        return failure(
                host,
                "it refused the certificate of this client",
                "Install a client certificate issued by the host's authority (clientcert.pem, clientkey.pem); the log of"
                        + " the daemon says what it did not like.",
                cause);
    }

    private static InnkeeperException failure(String host, String reason, String remedy, Exception cause) {
        ErrorInfo info = ErrorInfo.of(
                        ErrorCode.GNUTLS_ERROR, ErrorOrigin.RPC, "no secure connection to " + host + ": " + reason)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, host));
        return new InnkeeperException(remedy == null ? info : info.withRemedy(remedy), cause);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a socket failed: {0}", e.getMessage());
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

    /** One write for each message, so that no record carries parts of two. */
    @Override
    public void write(byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    @Override
    public boolean isEncrypted() {
        return true;
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        // Closing TLS politely may block on a dead network, so the socket below goes first on another thread's behalf.
        Thread closer = new Thread(() -> close(socket), "close " + description);
        closer.setDaemon(true);
        closer.start();
    }
}
