package org.innkeeper.driver.qemu.qmp;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** QEMU refused a command. */
public final class QmpCommandException extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    private final String errorClass;
    private final String description;

    QmpCommandException(String command, String errorClass, String description) {
        super(ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.QEMU, "QEMU refused " + command + ": " + description)
                .withDetail(command));
        this.errorClass = errorClass;
        this.description = description;
    }

    /** QEMU's class of the error: {@code GenericError}, {@code CommandNotFound}, {@code DeviceNotFound} and so on. */
    public String errorClass() {
        return errorClass;
    }

    /** What QEMU said. */
    public String description() {
        return description;
    }

    /** Whether this QEMU does not know the command. */
    public boolean isUnknownCommand() {
        return "CommandNotFound".equals(errorClass);
    }
}
