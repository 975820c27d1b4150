package org.innkeeper.driver.remote.auth;

import java.util.Set;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * Why polkit did not let us in, in words. The daemon asks it about the process at the other end of its socket, so it is
 * the agent in that process's session that asks for a password; over ssh that is a process of the far host, which has no
 * agent.
 *
 * @param host the far host, or null for this machine
 * @param user who is at the other end of the socket, as far as it is known
 * @param action what was asked for: to manage, or only to monitor
 * @param readOnly whether the connection is read-only, so that it is no way out to make it so
 */
record PolkitRefusal(String host, String user, String action, boolean readOnly) {
    static final String MANAGE = "org.libvirt.unix.manage";
    static final String MONITOR = "org.libvirt.unix.monitor";

    private static final Set<ErrorOrigin> ASKING = Set.of(ErrorOrigin.POLKIT, ErrorOrigin.DBUS);

    /** The failure of the call in these words; one that polkit did not cause, as it is. */
    InnkeeperException explain(InnkeeperException failure) {
        ErrorInfo info = failure.info();
        if (!ASKING.contains(info.origin()) && info.code() != ErrorCode.AUTH_FAILED) {
            return failure;
        }
        return new AuthenticationException(
                switch (info.code()) {
                    case AUTH_UNAVAILABLE ->
                        info(
                                ErrorCode.AUTH_UNAVAILABLE,
                                "polkit wants a password before " + user + " may use " + daemon()
                                        + ", and there is no polkit agent to ask for it" + place(),
                                host == null
                                        ? "Start the polkit agent of your desktop (in a terminal: pkttyagent --process "
                                                + ProcessHandle.current().pid() + ") and connect again, or "
                                                + joinGroup()
                                        : "On " + host + ", " + joinGroup());
                    case AUTH_CANCELLED ->
                        info(
                                ErrorCode.AUTH_CANCELLED,
                                "the question of polkit for a password was cancelled, so " + user + " may not use "
                                        + daemon(),
                                "Connect again and give the password");
                    case AUTH_FAILED ->
                        info(
                                ErrorCode.AUTH_FAILED,
                                "polkit does not let " + user + " use " + daemon()
                                        + ": a rule denies it, or the password was wrong (" + info.message() + ")",
                                "Connect again with the right password, or have the action " + action + " allowed for "
                                        + user + " by a rule in /etc/polkit-1/rules.d" + place());
                    default ->
                        info(
                                ErrorCode.AUTH_UNAVAILABLE,
                                daemon() + " could not ask polkit about " + user + " (" + info.message() + ")",
                                "Start polkit and the system's D-Bus" + place() + ", or set auth_unix_rw = \"none\" in"
                                        + " libvirtd.conf and restart the daemon");
                },
                failure);
    }

    private ErrorInfo info(ErrorCode code, String message, String remedy) {
        return ErrorInfo.of(code, ErrorOrigin.POLKIT, message)
                .withRemedy(remedy + (readOnly ? "." : ", or open the connection read-only."));
    }

    private String daemon() {
        return host == null ? "the daemon of this machine" : "the daemon of " + host;
    }

    private String place() {
        return host == null ? "" : " on " + host;
    }

    private String joinGroup() {
        return "have " + user + " put into the group libvirt"
                + (host == null ? " (usermod -aG libvirt " + user + ")" : "") + " and log in again";
    }
}
