package org.innkeeper.driver.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;

/** Which kind of daemon {@code mode=} asks for: one for each driver, or libvirtd (or virtproxyd) for all of them. */
enum DaemonMode {
    /** The daemon of the driver where it has a socket, libvirtd otherwise. */
    AUTO,
    /** The daemon of the driver alone. */
    DIRECT,
    /** The socket of libvirtd, where virtproxyd listens on hosts that have no libvirtd. */
    LEGACY;

    static DaemonMode of(ConnectUri uri) {
        String wanted = uri.parameter(RemoteParameter.MODE).orElse("auto");
        for (DaemonMode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return mode;
            }
        }
        throw new InnkeeperException(
                ErrorInfo.of(ErrorCode.INVALID_ARG, ErrorOrigin.REMOTE, "mode=" + wanted + " in the URI is not known")
                        .withRemedy("Use mode=auto, mode=direct or mode=legacy."));
    }

    /**
     * The sockets to try, in this order.
     *
     * @param own the socket of the driver's daemon; null where the driver has no such daemon
     * @param all the socket of libvirtd
     */
    List<Path> candidates(Path own, Path all) {
        if (this == LEGACY || own == null && this == AUTO) {
            return List.of(all);
        }
        if (own == null) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.INVALID_ARG,
                            ErrorOrigin.REMOTE,
                            "mode=direct in the URI asks for a daemon that this driver does not have")
                    .withRemedy("Use mode=legacy, or name the socket with socket=."));
        }
        return this == DIRECT ? List.of(own) : List.of(own, all);
    }
}
