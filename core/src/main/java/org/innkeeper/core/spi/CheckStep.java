package org.innkeeper.core.spi;

import java.util.List;
import java.util.Objects;
import org.innkeeper.core.model.CertificateInfo;

/**
 * One step of a connection check: what was looked at, and what came of it.
 *
 * @param kind which step it is
 * @param verdict what came of it
 * @param detail what was seen, in English and for people; no passwords
 * @param remedy what to do where it failed, else empty
 * @param certificates those the step looked at, the end's own first; most steps have none
 */
public record CheckStep(Kind kind, Verdict verdict, String detail, String remedy, List<CertificateInfo> certificates) {
    /** The steps, in the order in which a connection takes them; a way has only those that it needs. */
    public enum Kind {
        /** The text of the URI. */
        URI,
        NAME_RESOLUTION,
        PORT,
        /** The external program of the URI. */
        PROGRAM,
        SSH_HOST_KEY,
        SSH_AUTHENTICATION,
        /** How the far socket is reached over ssh. */
        FAR_SOCKET,
        /** A socket of this machine: is it there, may we use it. */
        SOCKET,
        CERTIFICATE_FILES,
        OWN_CERTIFICATE,
        /** Who issued the host's certificate, its dates and its name. */
        HOST_CERTIFICATE,
        /** Whether the host accepts our certificate. */
        CERTIFICATE_ACCEPTED,
        DAEMON_ANSWERS,
        AUTHENTICATION,
        HYPERVISOR,
        VERSION
    }

    /** What can come of a step. */
    public enum Verdict {
        PASSED,
        /** It works, but not as one would wish. */
        WARNING,
        FAILED,
        /** Not tried, because an earlier one failed. */
        SKIPPED
    }

    public CheckStep {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(remedy, "remedy");
        certificates = List.copyOf(certificates);
    }

    /** A step without certificates. */
    public CheckStep(Kind kind, Verdict verdict, String detail, String remedy) {
        this(kind, verdict, detail, remedy, List.of());
    }

    /** The same step, with the certificates it looked at. */
    public CheckStep with(List<CertificateInfo> seen) {
        return new CheckStep(kind, verdict, detail, remedy, seen);
    }

    public static CheckStep passed(Kind kind, String detail) {
        return new CheckStep(kind, Verdict.PASSED, detail, "");
    }

    public static CheckStep warning(Kind kind, String detail, String remedy) {
        return new CheckStep(kind, Verdict.WARNING, detail, remedy);
    }

    public static CheckStep failed(Kind kind, String detail, String remedy) {
        return new CheckStep(kind, Verdict.FAILED, detail, remedy);
    }

    public static CheckStep skipped(Kind kind) {
        return new CheckStep(kind, Verdict.SKIPPED, "not tried, since an earlier step failed", "");
    }
}
