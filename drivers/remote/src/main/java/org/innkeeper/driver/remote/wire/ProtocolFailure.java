package org.innkeeper.driver.remote.wire;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;

/** Errors about the protocol itself. */
final class ProtocolFailure {
    private ProtocolFailure() {}

    static ErrorInfo info(String message) {
        return ErrorInfo.of(ErrorCode.RPC, ErrorOrigin.RPC, message);
    }
}
