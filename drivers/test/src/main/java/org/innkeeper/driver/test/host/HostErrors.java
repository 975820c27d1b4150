package org.innkeeper.driver.test.host;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;

/** The errors of this driver: each names the object, the reason and, where there is one, the remedy. */
public final class HostErrors {
    private HostErrors() {}

    public static InnkeeperException of(ErrorCode code, String message) {
        return new InnkeeperException(code, ErrorOrigin.TEST, message);
    }

    public static InnkeeperException of(ErrorCode code, String message, String remedy) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.TEST, message).withRemedy(remedy));
    }

    public static InnkeeperException about(
            ErrorCode code, ErrorSubject.Kind kind, String name, String message, String remedy) {
        return new InnkeeperException(ErrorInfo.of(code, ErrorOrigin.TEST, message)
                .withSubject(ErrorSubject.of(kind, name))
                .withRemedy(remedy));
    }

    /** About a domain that is there. */
    public static InnkeeperException domain(ErrorCode code, TestDomain domain, String message, String remedy) {
        DomainRef ref = domain.ref();
        return new InnkeeperException(ErrorInfo.of(code, ErrorOrigin.TEST, message)
                .withSubject(new ErrorSubject(ErrorSubject.Kind.DOMAIN, ref.name(), ref.uuid(), ref.id()))
                .withRemedy(remedy));
    }

    /** The state of a domain does not fit. */
    public static InnkeeperException state(TestDomain domain, String reason, String remedy) {
        return domain(ErrorCode.OPERATION_INVALID, domain, "Domain '" + domain.name() + "' " + reason, remedy);
    }

    public static InnkeeperException argument(String message) {
        return of(ErrorCode.INVALID_ARG, message);
    }
}
