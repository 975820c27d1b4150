package org.innkeeper.core.spi;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A libvirt daemon of this machine, as its socket shows it.
 *
 * @param driver the one driver it serves, such as {@code qemu}, or empty where it serves all of them
 * @param session whether it is the user's own one, not the one of the machine
 * @param socket the socket for full access
 * @param answers whether somebody accepted a connection there; a socket alone may be left over, or closed to this user
 */
public record LocalDaemon(String driver, boolean session, Path socket, boolean answers) {
    public LocalDaemon {
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(socket, "socket");
    }

    /** Whether it would open URIs of that driver. */
    public boolean serves(String wanted) {
        return driver.isEmpty() || driver.equals(wanted);
    }
}
