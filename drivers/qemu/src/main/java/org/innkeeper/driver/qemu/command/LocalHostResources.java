package org.innkeeper.driver.qemu.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** This machine's ports and devices. */
final class LocalHostResources implements HostResources {
    private static final int FIRST_PORT = 5900;
    private static final int LAST_PORT = 6900;
    private static final int MOST_TAPS = 10_000;
    private static final Path NETWORK_DEVICES = Path.of("/sys/class/net");

    /** Goes round, so that a name is not given to a second guest before the first one's device is there. */
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public int freePort(String address) {
        for (int port = FIRST_PORT; port < LAST_PORT; port++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
                return port;
            } catch (IOException e) {
                System.getLogger(LocalHostResources.class.getName())
                        .log(System.Logger.Level.TRACE, "port {0} of {1} is in use", port, address);
            }
        }
        throw new InnkeeperException(
                ErrorCode.OPERATION_FAILED,
                ErrorOrigin.QEMU,
                "no port from " + FIRST_PORT + " to " + LAST_PORT + " is free at " + address + " for the screen");
    }

    @Override
    public String freeTapName() {
        for (int attempt = 0; attempt < MOST_TAPS; attempt++) {
            String name = "vnet" + Math.floorMod(next.getAndIncrement(), MOST_TAPS);
            if (!Files.exists(NETWORK_DEVICES.resolve(name))) {
                return name;
            }
        }
        throw new InnkeeperException(
                ErrorCode.OPERATION_FAILED, ErrorOrigin.QEMU, "no name for a tap device is free on this host");
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.now();
    }

    @Override
    public Optional<BackingReference> backingOf(Path image) {
        return BackingReference.read(image);
    }

    @Override
    public boolean isCdDrive(Path device) {
        Path name = device.getFileName();
        return name != null && name.toString().matches("cdrom\\d*|dvd\\d*|sr\\d+|scd\\d+");
    }
}
