package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.transport.SocketConnector;

/** Sockets for jsch, which by itself tries only the first address of a name. */
final class AllAddresses implements SocketFactory {
    private final CallContext context;

    /** @param context of the call that connects */
    AllAddresses(CallContext context) {
        this.context = context;
    }

    @Override
    public Socket createSocket(String host, int port) {
        try {
            return SocketConnector.connectSocket(context, host, port);
        } catch (InnkeeperException e) {
            if (e.getCause() instanceof ConnectException) {
                throw SshFailure.of(host, e.getMessage(), "Check that sshd runs there, and on which port.", e);
            }
            throw e;
        }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}
