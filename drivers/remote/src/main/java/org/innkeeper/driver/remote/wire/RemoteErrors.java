package org.innkeeper.driver.remote.wire;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorLevel;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** The error a daemon sends, {@code virNetMessageError}, as an {@link ErrorInfo} and back. */
public final class RemoteErrors {
    private static final int STRING_MAX = 4 * 1024 * 1024;
    private static final List<ErrorOrigin> PROTOCOL_ORIGINS = List.of(ErrorOrigin.RPC, ErrorOrigin.REMOTE);

    private RemoteErrors() {}

    /** Reads an error. A procedure the daemon does not know becomes {@code NO_SUPPORT}, as libvirt's own client has it. */
    public static ErrorInfo read(XdrReader in) {
        int code = in.readInt();
        int origin = in.readInt();
        String message = optionalString(in);
        ErrorLevel level = ErrorLevel.ofNumber(in.readInt());
        ErrorSubject domain = in.readPresence() ? domain(in) : null;
        String str1 = optionalString(in);
        String str2 = optionalString(in);
        String str3 = optionalString(in);
        int int1 = in.readInt();
        int int2 = in.readInt();
        ErrorSubject network = in.readPresence() ? network(in) : null;
        String text = message == null ? "the host gave no message" : message;
        if (PROTOCOL_ORIGINS.contains(ErrorOrigin.ofNumber(origin))
                && level == ErrorLevel.ERROR
                && text.startsWith("unknown procedure")) {
            code = ErrorCode.NO_SUPPORT.number();
        }
        return new ErrorInfo(
                code, origin, level, text, domain != null ? domain : network, str1, str2, str3, int1, int2);
    }

    /** Writes an error. */
    public static void write(XdrWriter out, ErrorInfo error) {
        out.writeInt(error.codeNumber());
        out.writeInt(error.originNumber());
        optionalString(out, error.message());
        out.writeInt(error.level().number());
        ErrorSubject subject = error.subject();
        boolean domain = subject != null && subject.kind() == ErrorSubject.Kind.DOMAIN && subject.uuid() != null;
        out.writeInt(domain ? 1 : 0);
        if (domain) {
            named(out, subject);
            out.writeInt(subject.id());
        }
        optionalString(out, error.str1());
        optionalString(out, error.str2());
        optionalString(out, error.str3());
        out.writeInt(error.int1());
        out.writeInt(error.int2());
        boolean network = subject != null && subject.kind() == ErrorSubject.Kind.NETWORK && subject.uuid() != null;
        out.writeInt(network ? 1 : 0);
        if (network) {
            named(out, subject);
        }
    }

    private static ErrorSubject domain(XdrReader in) {
        String name = in.readString(STRING_MAX);
        UUID uuid = in.readUuid();
        return new ErrorSubject(ErrorSubject.Kind.DOMAIN, name, uuid, in.readInt());
    }

    private static ErrorSubject network(XdrReader in) {
        return new ErrorSubject(ErrorSubject.Kind.NETWORK, in.readString(STRING_MAX), in.readUuid(), -1);
    }

    private static void named(XdrWriter out, ErrorSubject subject) {
        out.writeString(subject.name(), STRING_MAX, "name");
        out.writeUuid(subject.uuid());
    }

    private static String optionalString(XdrReader in) {
        return in.readPresence() ? in.readString(STRING_MAX) : null;
    }

    private static void optionalString(XdrWriter out, String text) {
        out.writeInt(text == null ? 0 : 1);
        if (text != null) {
            out.writeString(text, STRING_MAX, "error");
        }
    }
}
