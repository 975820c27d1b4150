package org.innkeeper.driver.remote;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.remote.protocol.Values;

/** The secrets of a daemon from before the one call that lists them all (libvirt 0.10.2), by their UUIDs. */
final class SecretsByName {
    private static final long EPHEMERAL = 1;
    private static final long NO_EPHEMERAL = 1L << 1;
    private static final long PRIVATE = 1L << 2;
    private static final long NO_PRIVATE = 1L << 3;

    private static final NamedKind KIND = new NamedKind(
                    "CONNECT_NUM_OF_SECRETS", "CONNECT_LIST_SECRETS", "SECRET_LOOKUP_BY_UUID")
            .withKey(SecretsByName::uuid);

    private final FarSide far;
    private final ListsByName lists;

    SecretsByName(FarSide far) {
        this.far = far;
        this.lists = new ListsByName(far);
    }

    List<SecretRef> list(CallContext context, long flags) {
        return new Choice<>(far, context, flags, lists.all(context, SecretRef.class, KIND))
                .byAnswer(
                        EPHEMERAL | NO_EPHEMERAL,
                        "SECRET_GET_XML_DESC",
                        answer -> isSet(answer, "ephemeral") ? EPHEMERAL : NO_EPHEMERAL,
                        0,
                        0)
                .byAnswer(
                        PRIVATE | NO_PRIVATE,
                        "SECRET_GET_XML_DESC",
                        answer -> isSet(answer, "private") ? PRIVATE : NO_PRIVATE,
                        0,
                        0)
                .left();
    }

    private static UUID uuid(Object text) {
        try {
            return UUID.fromString((String) text);
        } catch (IllegalArgumentException e) {
            throw new InnkeeperException(
                    ErrorCode.RPC, ErrorOrigin.RPC, "the host lists a secret with the UUID " + text, e);
        }
    }

    private static boolean isSet(Values answer, String attribute) {
        return "yes".equals(XmlElement.parse(answer.text("xml")).attribute(attribute));
    }
}
