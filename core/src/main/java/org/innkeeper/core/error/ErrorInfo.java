package org.innkeeper.core.error;

import java.util.Objects;
import java.util.Optional;

/**
 * One error as libvirt's {@code virError} has it, immutable. The numbers are kept beside their enums so that an error
 * that is newer than this program survives a round trip over the wire.
 *
 * @param codeNumber libvirt's {@code virErrorNumber}
 * @param originNumber libvirt's {@code virErrorDomain}
 * @param level how serious it is
 * @param message the whole message in English, for people; never holds a password
 * @param subject the object it is about, or null
 * @param str1 free text, by custom the format of the message, or null
 * @param str2 free text, by custom what the message is about (a device, a path), or null
 * @param str3 free text, by custom the remedy, or null
 * @param int1 free number, 0 where it is not used; by custom the errno of the operating system, for a document the
 *     line
 * @param int2 free number, 0 where it is not used; for a document the column
 */
public record ErrorInfo(
        int codeNumber,
        int originNumber,
        ErrorLevel level,
        String message,
        ErrorSubject subject,
        String str1,
        String str2,
        String str3,
        int int1,
        int int2) {
    /** {@code EPERM}, of all systems: not allowed to anybody without special rights. */
    private static final int NOT_PERMITTED = 1;

    /** {@code EACCES}, of all systems: the rights of a file, or a socket, are not for us. */
    private static final int ACCESS_DENIED = 13;

    public ErrorInfo {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
    }

    /** An error without subject and extra fields. */
    public static ErrorInfo of(ErrorCode code, ErrorOrigin origin, String message) {
        return new ErrorInfo(code.number(), origin.number(), ErrorLevel.ERROR, message, null, null, null, null, 0, 0);
    }

    /** A warning without subject and extra fields. */
    public static ErrorInfo warning(ErrorCode code, ErrorOrigin origin, String message) {
        return new ErrorInfo(code.number(), origin.number(), ErrorLevel.WARNING, message, null, null, null, null, 0, 0);
    }

    public ErrorCode code() {
        return ErrorCode.ofNumber(codeNumber);
    }

    public ErrorOrigin origin() {
        return ErrorOrigin.ofNumber(originNumber);
    }

    /** What the user can do about it, where the one who raised the error knows. */
    public Optional<String> remedy() {
        return Optional.ofNullable(str3);
    }

    /** Whether rights are missing, so that the same fails again until somebody has given them. */
    public boolean isPermissionDenied() {
        return switch (code()) {
            case ACCESS_DENIED, OPERATION_DENIED -> true;
            case SYSTEM_ERROR -> int1 == ACCESS_DENIED || int1 == NOT_PERMITTED;
            default -> false;
        };
    }

    /** The same error of the system, with the number that says that rights are missing. */
    public ErrorInfo withPermissionDenied() {
        return withNumbers(ACCESS_DENIED, 0);
    }

    public ErrorInfo withSubject(ErrorSubject newSubject) {
        return new ErrorInfo(codeNumber, originNumber, level, message, newSubject, str1, str2, str3, int1, int2);
    }

    public ErrorInfo withRemedy(String remedy) {
        return new ErrorInfo(codeNumber, originNumber, level, message, subject, str1, str2, remedy, int1, int2);
    }

    /** Names the detail the message is about: a device, a path, an element. */
    public ErrorInfo withDetail(String detail) {
        return new ErrorInfo(codeNumber, originNumber, level, message, subject, str1, detail, str3, int1, int2);
    }

    public ErrorInfo withNumbers(int newInt1, int newInt2) {
        return new ErrorInfo(codeNumber, originNumber, level, message, subject, str1, str2, str3, newInt1, newInt2);
    }
}
