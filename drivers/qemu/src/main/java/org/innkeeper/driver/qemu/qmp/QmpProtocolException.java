package org.innkeeper.driver.qemu.qmp;

import java.io.IOException;

/** What arrived is not QMP. */
final class QmpProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    QmpProtocolException(String message) {
        super(message);
    }

    QmpProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
