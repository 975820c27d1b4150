package org.innkeeper.driver.remote.tls;

import java.io.IOException;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.core.model.PeerInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;
import org.innkeeper.driver.remote.transport.ChannelBytes;
import org.innkeeper.driver.remote.transport.DirectTransport;
import org.innkeeper.driver.remote.transport.SocketConnector;
import org.innkeeper.driver.remote.transport.StepFailure;

/** TLS with both ends showing a certificate. The daemon confirms ours with one byte after the handshake. */
public final class TlsTransport implements DirectTransport {
    /** libvirtd's default port with TLS. */
    public static final int DEFAULT_PORT = 16514;

    private static final int CONFIRMATION = 1;
    private static final Duration HANDSHAKE_LIMIT = Duration.ofSeconds(20);

    private final TlsBytes bytes;
    private final String description;
    private final List<CertificateInfo> shown;

    private TlsTransport(TlsBytes bytes, String description, List<CertificateInfo> shown) {
        this.bytes = bytes;
        this.description = description;
        this.shown = shown;
    }

    /** @param passphrase asked for when our key is encrypted */
    public static TlsTransport connect(
            CallContext context, ConnectUri uri, String host, int port, Supplier<char[]> passphrase) {
        boolean verify = !uri.isSet(RemoteParameter.NO_VERIFY);
        CertificateFiles files = CertificateFiles.of(uri);
        List<X509Certificate> authorities = verify ? PemFiles.certificates(files.ca()) : List.of();
        HostVerifier verifier = new HostVerifier(authorities, host);
        X509ExtendedTrustManager trust = verify ? verifier : new TrustAnyone(verifier::look);
        boolean sanity = verify && !uri.isSet(RemoteParameter.NO_SANITY);
        SSLEngine engine = TlsContext.create(files, trust, passphrase, sanity).createSSLEngine(host, port);
        engine.setUseClientMode(true);
        TlsPriority.of(uri.parameter(RemoteParameter.TLS_PRIORITY).orElse("")).apply(engine);
        Runnable forget = () -> {};
        ChannelBytes socket = null;
        try {
            socket = new ChannelBytes(SocketConnector.connect(context, host, port));
            forget = context.onCancel(socket::close);
            TlsBytes bytes = new TlsBytes(socket, engine);
            handshake(context, bytes, host, verifier);
            return new TlsTransport(bytes, "tls to " + host + " port " + port, CertificateInfo.of(verifier.shown()));
        } catch (IOException | InnkeeperException e) {
            if (socket != null) {
                socket.close();
            }
            context.check("Connecting to " + host);
            throw e instanceof InnkeeperException known
                    ? known
                    : failure(host, "TLS failed: " + e.getMessage(), null, e);
        } finally {
            forget.run();
        }
    }

    private static void handshake(CallContext context, TlsBytes bytes, String host, HostVerifier verifier)
            throws IOException {
        long limit = Math.min(HANDSHAKE_LIMIT.toNanos(), context.remainingNanos());
        long deadline = System.nanoTime() + limit;
        try {
            bytes.handshake(deadline);
        } catch (SSLException e) {
            CertificateProblem problem = verifier.problem();
            if (problem != null) {
                throw new StepFailure(
                        CheckStep.Kind.HOST_CERTIFICATE,
                        info(host, "it cannot be trusted: " + problem.getMessage(), problem.remedy()),
                        CertificateInfo.of(verifier.shown()),
                        e);
            }
            throw failure(
                    host,
                    "the TLS handshake failed: " + e.getMessage(),
                    "Check that this is the TLS port of a libvirt daemon.",
                    e);
        }
        awaitConfirmation(bytes, deadline, host);
    }

    /** With TLS 1.3 the missing byte is the only sign that the host refused our certificate. */
    private static void awaitConfirmation(TlsBytes bytes, long deadline, String host) throws IOException {
        int answer;
        try {
            answer = bytes.readByte(deadline);
        } catch (SSLException | SocketException e) {
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
        ErrorInfo info = info(
                host,
                "it refused the certificate of this client, or there was none to show",
                "Install a client certificate issued by the host's authority (clientcert.pem, clientkey.pem); the log of"
                        + " the daemon says what it did not like.");
        return new StepFailure(CheckStep.Kind.CERTIFICATE_ACCEPTED, info, List.of(), cause);
    }

    private static InnkeeperException failure(String host, String reason, String remedy, Exception cause) {
        return new InnkeeperException(info(host, reason, remedy), cause);
    }

    private static ErrorInfo info(String host, String reason, String remedy) {
        ErrorInfo info = ErrorInfo.of(
                        ErrorCode.GNUTLS_ERROR, ErrorOrigin.RPC, "no secure connection to " + host + ": " + reason)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, host));
        return remedy == null ? info : info.withRemedy(remedy);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return bytes.read(buffer, offset, length);
    }

    @Override
    public int readNow(byte[] buffer, int offset, int length) throws IOException {
        return bytes.readNow(buffer, offset, length);
    }

    @Override
    public boolean awaitReadable(long nanos) throws IOException {
        return bytes.awaitReadable(nanos);
    }

    @Override
    public void wakeUp() {
        bytes.wakeUp();
    }

    /** Each message has records of its own, so that none carries parts of two. */
    @Override
    public boolean beginWrite(byte[] message) throws IOException {
        return bytes.beginWrite(message);
    }

    @Override
    public void finishWrite() throws IOException {
        bytes.finishWrite();
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
    public PeerInfo peer() {
        return new PeerInfo(description, "", shown, "");
    }

    @Override
    public void close() {
        bytes.close();
    }
}
