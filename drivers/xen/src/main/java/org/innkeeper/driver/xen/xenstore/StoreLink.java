package org.innkeeper.driver.xen.xenstore;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** An open way to a xenstore: one thread reads, one writes, any closes. */
abstract class StoreLink implements AutoCloseable {
    static StoreLink open(StoreAddress address) throws IOException {
        return address.kind() == StoreAddress.Kind.DEVICE ? new DeviceLink(address) : new SocketLink(address);
    }

    abstract InputStream input();

    /** Writes a whole message. */
    abstract void write(byte[] message) throws IOException;

    /** How many requests may be under way at once. */
    abstract int capacity();

    /** Makes a read return that {@link #close} would not end. Only while no request is under way. */
    void wakeReader() throws IOException {}

    @Override
    public abstract void close() throws IOException;

    /** A unix socket. Closing it ends what reads and writes. */
    private static final class SocketLink extends StoreLink {
        private final SocketChannel channel;
        private final InputStream input;

        SocketLink(StoreAddress address) throws IOException {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(address.path()));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            input = new BufferedInputStream(Channels.newInputStream(channel), 2 * Message.MAX_PAYLOAD);
        }

        @Override
        InputStream input() {
            return input;
        }

        @Override
        void write(byte[] message) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(message);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        int capacity() {
            return 1 << 20;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * The kernel's device. A channel would let its reader keep the writer out, so these are streams over one open file; and
     * since closing a file does not end a read of it, a last request is sent whose reply does. One request waits for the
     * reply to the one before: sent without waiting, requests came back as invalid from Linux 6.1.
     */
    private static final class DeviceLink extends StoreLink {
        private static final byte[] WAKE_UP =
                new Message(MessageType.GET_DOMAIN_PATH.number(), 0, 0, Payload.of("0")).toBytes();

        private final RandomAccessFile file;
        private final InputStream input;
        private final OutputStream output;

        DeviceLink(StoreAddress address) throws IOException {
            file = new RandomAccessFile(address.path().toFile(), "rw");
            input = new BufferedInputStream(new FileInputStream(file.getFD()), 2 * Message.MAX_PAYLOAD);
            output = new FileOutputStream(file.getFD());
        }

        @Override
        InputStream input() {
            return input;
        }

        @Override
        void write(byte[] message) throws IOException {
            output.write(message);
        }

        @Override
        int capacity() {
            return 1;
        }

        @Override
        void wakeReader() throws IOException {
            output.write(WAKE_UP);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
