package org.innkeeper.driver.xen.hypercall;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** The errors of hypercalls. */
final class HypercallErrors {
    private HypercallErrors() {}

    /**
     * A call failed.
     *
     * @param error a number of {@link Errno}
     * @param what what was asked for, such as {@code the virtual CPUs of domain 7}
     */
    static InnkeeperException failed(int error, String what) {
        return switch (error) {
            case Errno.ESRCH -> of(ErrorCode.NO_DOMAIN, "Xen knows no such domain: " + what, error);
            case Errno.EPERM, Errno.EACCES -> of(ErrorCode.ACCESS_DENIED, "Xen does not allow " + what, error);
            case Errno.EINVAL -> of(ErrorCode.INVALID_ARG, "Xen refuses " + what + " as not valid", error);
            case Errno.EBUSY -> of(ErrorCode.RESOURCE_BUSY, "Xen is busy with " + what, error);
            case Errno.ENOSYS, Errno.EOPNOTSUPP -> of(ErrorCode.NO_SUPPORT, "This Xen does not have " + what, error);
            default -> of(ErrorCode.XEN_CALL, "Xen failed " + what, error);
        };
    }

    /** The hypervisor has another version of an interface than those of the table. */
    static InnkeeperException unknownInterface(String name, int first, int last, long release) {
        String message = String.format(
                "Xen %d.%d has a version of its %s interface that is not known here (0x%x to 0x%x were tried)",
                release / 1_000_000, release / 1000 % 1000, name, first, last);
        return new InnkeeperException(ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.XEN, message)
                .withRemedy("What needs no hypercalls still works. A newer Innkeeper may know this Xen."));
    }

    private static InnkeeperException of(ErrorCode code, String message, int error) {
        return new InnkeeperException(ErrorInfo.of(code, ErrorOrigin.XEN, message + " (error " + error + ")")
                .withNumbers(error, 0));
    }
}
