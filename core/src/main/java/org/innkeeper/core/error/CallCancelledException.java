package org.innkeeper.core.error;

/** The caller cancelled the call, or its deadline passed. The host may go on with what was begun. */
public final class CallCancelledException extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    private CallCancelledException(ErrorInfo info) {
        super(info);
    }

    /** The caller cancelled. */
    public static CallCancelledException cancelled(String operation) {
        return new CallCancelledException(ErrorInfo.of(
                ErrorCode.OPERATION_ABORTED,
                ErrorOrigin.NONE,
                operation + " was cancelled; the host may go on with it"));
    }

    /** The deadline passed. */
    public static CallCancelledException timedOut(String operation) {
        return new CallCancelledException(ErrorInfo.of(
                ErrorCode.OPERATION_TIMEOUT,
                ErrorOrigin.NONE,
                operation + " did not end in time; the host may go on with it"));
    }
}
