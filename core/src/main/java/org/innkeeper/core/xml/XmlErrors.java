package org.innkeeper.core.xml;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** The errors of documents: which element, where it stands, why it is refused. */
public final class XmlErrors {
    private XmlErrors() {}

    /** The text is no XML at that place. */
    static InnkeeperException notWellFormed(String reason, int line, int column) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.XML_DETAIL, ErrorOrigin.XML, "line " + line + ", column " + column + ": " + reason)
                .withNumbers(line, column));
    }

    /** The document as a whole is refused, before or after reading it. */
    static InnkeeperException refused(String reason) {
        return new InnkeeperException(ErrorCode.XML_ERROR, ErrorOrigin.XML, reason);
    }

    /** An element says something that cannot be accepted: {@code virErrorNumber} XML_ERROR. */
    public static InnkeeperException unacceptable(XmlElement element, String reason) {
        return at(ErrorCode.XML_ERROR, element, reason);
    }

    /** An element asks for a combination that no hypervisor offers: {@code virErrorNumber} CONFIG_UNSUPPORTED. */
    public static InnkeeperException unsupported(XmlElement element, String reason) {
        return at(ErrorCode.CONFIG_UNSUPPORTED, element, reason);
    }

    private static InnkeeperException at(ErrorCode code, XmlElement element, String reason) {
        String place = element.line() > 0 ? " (line " + element.line() + ", column " + element.column() + ")" : "";
        String message = "<" + element.name() + ">" + place + ": " + reason;
        return new InnkeeperException(ErrorInfo.of(code, ErrorOrigin.XML, message)
                .withDetail(element.path())
                .withNumbers(element.line(), element.column()));
    }
}
