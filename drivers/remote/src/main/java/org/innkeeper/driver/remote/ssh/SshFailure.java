package org.innkeeper.driver.remote.ssh;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/** Errors of ssh: which step failed, why, and what to do. */
final class SshFailure {
    private SshFailure() {}

    static InnkeeperException of(String host, String reason, String remedy, Throwable cause) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.LIBSSH, ErrorOrigin.LIBSSH, "no ssh connection to " + host + ": " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, host))
                        .withRemedy(remedy),
                cause);
    }
}
