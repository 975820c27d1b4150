package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectStreamLocal;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.model.PeerInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.transport.Transport;

/** A channel of an ssh session to the socket of the daemon: forwarded by sshd, or through a program there. */
public final class SshTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(SshTransport.class.getName());
    private static final int CONNECT_MILLIS = 20_000;
    private static final int LAST_WORDS_MAX = 2_000;

    private final Channel channel;
    private final InputStream in;
    private final OutputStream out;
    private final LastWords lastWords;
    private final String description;
    private final PeerInfo peer;

    private SshTransport(Channel channel, LastWords lastWords, SshSession session, String socket)
            throws IOException, JSchException {
        this.channel = channel;
        this.in = channel.getInputStream();
        this.out = channel.getOutputStream();
        this.lastWords = lastWords;
        this.description = "ssh to " + session.host() + socket;
        this.peer = session.peer(socket);
        channel.connect(CONNECT_MILLIS);
    }

    /**
     * The far socket forwarded by sshd itself, which needs no program there.
     *
     * @param sockets candidates, tried in order
     * @return empty where sshd does not forward or there is no such socket; it does not say which
     */
    public static Optional<Transport> forwarded(CallContext context, SshSession session, List<Path> sockets) {
        for (Path socket : sockets) {
            context.check("Connecting to " + session.host());
            try {
                ChannelDirectStreamLocal channel = (ChannelDirectStreamLocal) session.streamLocal();
                channel.setSocketPath(socket.toString());
                return Optional.of(new SshTransport(channel, new LastWords(), session, ", socket " + socket));
            } catch (JSchException | IOException e) {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "{0} does not forward {1}: {2}",
                        session.host(),
                        socket,
                        e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** A program of the far machine that connects to the socket. */
    public static Transport byCommand(CallContext context, SshSession session, String command) {
        context.check("Connecting to " + session.host());
        try {
            ChannelExec channel = (ChannelExec) session.channel("exec");
            LastWords words = new LastWords();
            channel.setErrStream(words);
            channel.setCommand(command);
            return new SshTransport(channel, words, session, "");
        } catch (JSchException | IOException e) {
            throw SshFailure.of(
                    session.host(),
                    "no program can be started there: " + e.getMessage(),
                    "Check that the account has a shell.",
                    e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

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
    public PeerInfo peer() {
        return peer;
    }

    @Override
    public String lastWords() {
        return lastWords.toString();
    }

    @Override
    public void close() {
        channel.disconnect();
    }

    /** The last of what a program says on its standard error. */
    private static final class LastWords extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            int room = LAST_WORDS_MAX - size();
            super.write(bytes, offset, Math.max(0, Math.min(room, length)));
        }

        @Override
        public synchronized String toString() {
            return toString(StandardCharsets.UTF_8).strip();
        }
    }
}
