package org.innkeeper.driver.xen.part;

import java.util.Locale;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/** The errors that parts have in common. */
public final class PartErrors {
    private PartErrors() {}

    public static InnkeeperException of(ErrorCode code, ErrorOrigin origin, String message, String remedy) {
        return new InnkeeperException(ErrorInfo.of(code, origin, message).withRemedy(remedy));
    }

    public static InnkeeperException invalidArgument(String message) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.INVALID_ARG, ErrorOrigin.XEN, message));
    }

    /** A part does not have a function. */
    public static InnkeeperException unsupported(String part, XenFunction function) {
        String what = function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.XEN, part + " cannot do this: " + what));
    }

    /** @param what such as {@code 'web'} or {@code with the id 7} */
    public static InnkeeperException noDomain(ErrorOrigin origin, String what) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.NO_DOMAIN, origin, "There is no domain " + what));
    }

    /** A domain is in a state in which what was asked for makes no sense. */
    public static InnkeeperException state(ErrorOrigin origin, DomainKey domain, String problem, String remedy) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.OPERATION_INVALID, origin, "Domain '" + domain.name() + "' " + problem)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, domain.name()))
                        .withRemedy(remedy));
    }
}
