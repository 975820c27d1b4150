package org.innkeeper.driver.openvz.host;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;

/** The errors of this driver: which container, why, and what helps. */
public final class VzErrors {
    private VzErrors() {}

    public static InnkeeperException of(ErrorCode code, String message, String remedy) {
        return of(code, message, remedy, null);
    }

    /** @param cause what went wrong below, or null */
    public static InnkeeperException of(ErrorCode code, String message, String remedy, Throwable cause) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.OPENVZ, message).withRemedy(remedy), cause);
    }

    public static InnkeeperException invalidArgument(String message) {
        return new InnkeeperException(ErrorCode.INVALID_ARG, ErrorOrigin.OPENVZ, message);
    }

    /** The state of a container does not fit. */
    public static InnkeeperException state(Container container, String reason, String remedy) {
        DomainRef ref = container.ref();
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.OPERATION_INVALID, ErrorOrigin.OPENVZ, "Container '" + ref.name() + "' " + reason)
                .withSubject(new ErrorSubject(ErrorSubject.Kind.DOMAIN, ref.name(), ref.uuid(), ref.id()))
                .withRemedy(remedy));
    }

    public static InnkeeperException noDomain(String which) {
        return of(ErrorCode.NO_DOMAIN, "There is no container " + which, "Read the list again");
    }

    /** A function OpenVZ or this driver has nothing for. */
    public static InnkeeperException unsupported(String what) {
        return of(ErrorCode.NO_SUPPORT, "The OpenVZ driver has no " + what, "Do without it on this host");
    }
}
