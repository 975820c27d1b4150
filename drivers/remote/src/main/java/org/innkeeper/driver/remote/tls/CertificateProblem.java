package org.innkeeper.driver.remote.tls;

import java.security.cert.CertificateException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** What is wrong with a certificate, in words that complete "the host cannot be trusted: ...". */
public final class CertificateProblem extends CertificateException {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** What can be wrong. */
    public enum Kind {
        EXPIRED,
        NOT_YET_VALID,
        SELF_SIGNED,
        UNKNOWN_AUTHORITY,
        WRONG_PURPOSE,
        WRONG_NAME
    }

    private final Kind kind;
    private final String remedy;

    public CertificateProblem(Kind kind, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.remedy = remedy;
    }

    /** A date of a certificate in words. */
    static String date(Date date) {
        return DATE.format(date.toInstant());
    }

    public Kind kind() {
        return kind;
    }

    public String remedy() {
        return remedy;
    }
}
