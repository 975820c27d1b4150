package org.innkeeper.driver.remote.ssh;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.driver.remote.transport.StepFailure;

/** Errors of ssh: which step failed, why, and what to do. */
final class SshFailure {
    private SshFailure() {}

    static InnkeeperException of(String host, String reason, String remedy, Throwable cause) {
        return new InnkeeperException(info(ErrorCode.LIBSSH, host, reason, remedy), cause);
    }

    /** The key of the host is not the known one, or not trusted. */
    static InnkeeperException ofHostKey(String host, String reason, String remedy, Throwable cause) {
        return new StepFailure(
                CheckStep.Kind.SSH_HOST_KEY, info(ErrorCode.AUTH_FAILED, host, reason, remedy), List.of(), cause);
    }

    /** The host did not let us in. */
    static InnkeeperException ofLogin(ErrorCode code, String host, String reason, String remedy, Throwable cause) {
        return new StepFailure(CheckStep.Kind.SSH_AUTHENTICATION, info(code, host, reason, remedy), List.of(), cause);
    }

    private static ErrorInfo info(ErrorCode code, String host, String reason, String remedy) {
        return ErrorInfo.of(code, ErrorOrigin.LIBSSH, "no ssh connection to " + host + ": " + reason)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, host))
                .withRemedy(remedy);
    }
}
