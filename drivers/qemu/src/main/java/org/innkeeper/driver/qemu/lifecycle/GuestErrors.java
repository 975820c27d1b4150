package org.innkeeper.driver.qemu.lifecycle;

import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/** Errors about guests. */
public final class GuestErrors {
    private GuestErrors() {}

    public static ErrorSubject subject(String name, UUID uuid) {
        return new ErrorSubject(ErrorSubject.Kind.DOMAIN, name, uuid, -1);
    }

    /** There is no such guest. */
    public static InnkeeperException notFound(String what) {
        return new InnkeeperException(ErrorCode.NO_DOMAIN, ErrorOrigin.QEMU, "Domain not found: " + what);
    }

    /** The state of the guest does not allow it. */
    public static InnkeeperException wrongState(Guest guest, String problem) {
        GuestView view = guest.view();
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.OPERATION_INVALID,
                        ErrorOrigin.QEMU,
                        "Requested operation is not valid: domain '" + view.name() + "' " + problem)
                .withSubject(subject(view.name(), view.uuid())));
    }

    /** The definition asks for what is not possible. */
    public static InnkeeperException unsupported(String problem, String remedy) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.CONFIG_UNSUPPORTED, ErrorOrigin.QEMU, problem)
                .withRemedy(remedy));
    }

    /** The document is not acceptable. */
    public static InnkeeperException xml(String problem, String element) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.XML_ERROR, ErrorOrigin.DOMAIN, problem).withDetail(element));
    }

    public static InnkeeperException invalidArgument(String problem) {
        return new InnkeeperException(ErrorCode.INVALID_ARG, ErrorOrigin.QEMU, problem);
    }

    /** The same error, said of that guest where it names no object yet. */
    static InnkeeperException about(String name, UUID uuid, String action, InnkeeperException e) {
        ErrorInfo info = e.info();
        ErrorInfo named = new ErrorInfo(
                info.codeNumber(),
                info.originNumber(),
                info.level(),
                action + " domain '" + name + "' failed: " + info.message(),
                info.subject() == null ? subject(name, uuid) : info.subject(),
                info.str1(),
                info.str2(),
                info.str3(),
                info.int1(),
                info.int2());
        return new InnkeeperException(named, e);
    }
}
