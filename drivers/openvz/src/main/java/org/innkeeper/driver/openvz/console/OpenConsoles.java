package org.innkeeper.driver.openvz.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.VzErrors;

/** The consoles this connection has open: one stream for a container, since two readers would share what it says. */
public final class OpenConsoles implements AutoCloseable {
    private final Map<Integer, ConsoleStream> open = new HashMap<>();
    private boolean closed;

    /**
     * Opens the console of a running container.
     *
     * @param command which shows it on its standard streams
     * @param force close the stream that is open
     */
    public ByteStream open(Container container, List<String> command, boolean force) {
        ConsoleStream other;
        synchronized (open) {
            other = open.get(container.veid());
        }
        String name = "The console of container '" + container.name() + "'";
        if (other != null && !force) {
            throw VzErrors.of(
                    ErrorCode.RESOURCE_BUSY, name + " is open already", "Close the other one, or open it by force");
        }
        if (other != null) {
            other.close();
        }
        synchronized (open) {
            if (closed) {
                throw VzErrors.of(ErrorCode.OPERATION_INVALID, "The connection was closed meanwhile", "Open another");
            }
            ConsoleStream[] own = new ConsoleStream[1];
            own[0] = ConsoleStream.open(name, command, () -> forget(container.veid(), own[0]));
            open.put(container.veid(), own[0]);
            return own[0];
        }
    }

    private void forget(int veid, ConsoleStream stream) {
        synchronized (open) {
            open.remove(veid, stream);
        }
    }

    /** Closes all streams. */
    @Override
    public void close() {
        List<ConsoleStream> streams;
        synchronized (open) {
            closed = true;
            streams = List.copyOf(open.values());
        }
        streams.forEach(ConsoleStream::close);
    }
}
