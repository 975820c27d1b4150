package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.event.ConnectionEvent.SecretLifecycle;
import org.innkeeper.core.event.ConnectionEvent.SecretValueChanged;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The secrets of a host. Used under its lock. */
public final class Secrets {
    private static final int DEFINED = 0;
    private static final int UNDEFINED = 1;
    private static final int MOST_BYTES = 65_536;

    /** Usage types in the order of libvirt's numbers, with the element that says what it is used for. */
    private static final List<String> TYPES = List.of("none", "volume", "ceph", "iscsi", "tls", "vtpm");

    private static final List<String> USAGE_ELEMENTS = List.of("", "volume", "name", "target", "name", "name");

    private final TestHost host;
    private final Map<UUID, Secret> secrets = new LinkedHashMap<>();

    Secrets(TestHost host) {
        this.host = host;
    }

    public List<SecretRef> list(boolean ephemeralToo, boolean storedToo, boolean privateToo, boolean openToo) {
        List<SecretRef> refs = new ArrayList<>();
        for (Secret secret : secrets.values()) {
            if ((secret.ephemeral ? ephemeralToo : storedToo) && (secret.hidden ? privateToo : openToo)) {
                refs.add(secret.ref);
            }
        }
        return refs;
    }

    private Secret get(UUID uuid) {
        Secret secret = secrets.get(uuid);
        if (secret == null) {
            throw missing("UUID " + uuid, uuid.toString());
        }
        return secret;
    }

    private static RuntimeException missing(String what, String name) {
        return HostErrors.about(
                ErrorCode.NO_SECRET,
                ErrorSubject.Kind.SECRET,
                name,
                "There is no secret with " + what,
                "Read the list again");
    }

    public SecretRef byUuid(UUID uuid) {
        return get(uuid).ref;
    }

    public SecretRef byUsage(int type, String usage) {
        return secrets.values().stream()
                .map(secret -> secret.ref)
                .filter(ref -> ref.usageType() == type && ref.usageId().equals(usage))
                .findFirst()
                .orElseThrow(() -> missing("the usage '" + usage + "'", usage));
    }

    public SecretRef define(String xml) {
        XmlDocument document = XmlReading.document(xml, "secret");
        XmlElement root = document.root();
        UUID given = XmlReading.uuid(root);
        XmlElement usage = root.element("usage");
        int type = usage == null ? 0 : TYPES.indexOf(usage.attribute("type"));
        if (type < 0) {
            throw XmlErrors.unacceptable(usage, "has the unknown type '" + usage.attribute("type") + "'");
        }
        String usageId = type == 0 ? "" : XmlReading.text(usage, USAGE_ELEMENTS.get(type));
        if (usageId == null) {
            throw XmlErrors.unacceptable(usage, "has no <" + USAGE_ELEMENTS.get(type) + ">");
        }
        UUID uuid = given == null ? host.ids().uuid() : given;
        requireFree(uuid, type, usageId);
        XmlReading.setText(root, "uuid", uuid.toString());
        Secret known = secrets.get(uuid);
        Secret secret = new Secret(
                new SecretRef(uuid, type, usageId),
                document.toText(),
                "yes".equals(root.attribute("ephemeral")),
                "yes".equals(root.attribute("private")));
        secret.value = known == null ? null : known.value;
        secrets.put(uuid, secret);
        host.events().post(new SecretLifecycle(secret.ref, DEFINED));
        return secret.ref;
    }

    private void requireFree(UUID uuid, int type, String usage) {
        for (Secret other : secrets.values()) {
            boolean sameUsage = type != 0
                    && other.ref.usageType() == type
                    && other.ref.usageId().equals(usage);
            boolean sameUuid = other.ref.uuid().equals(uuid);
            boolean otherUsage =
                    other.ref.usageType() != type || !other.ref.usageId().equals(usage);
            if (sameUsage != sameUuid && (sameUsage || otherUsage)) {
                throw HostErrors.about(
                        ErrorCode.OPERATION_FAILED,
                        ErrorSubject.Kind.SECRET,
                        other.ref.uuid().toString(),
                        "The secret " + other.ref.uuid() + " is already used for '" + other.ref.usageId() + "'",
                        "Undefine that one first");
            }
        }
    }

    public String xml(UUID uuid) {
        return get(uuid).xml;
    }

    /** Takes a copy. */
    public void setValue(UUID uuid, byte[] value) {
        Secret secret = get(uuid);
        if (value.length > MOST_BYTES) {
            throw HostErrors.argument("A secret has at most " + MOST_BYTES + " bytes");
        }
        secret.value = value.clone();
        host.events().post(new SecretValueChanged(secret.ref));
    }

    /** A copy. */
    public byte[] value(UUID uuid) {
        Secret secret = get(uuid);
        if (secret.hidden) {
            throw HostErrors.about(
                    ErrorCode.INVALID_SECRET,
                    ErrorSubject.Kind.SECRET,
                    uuid.toString(),
                    "The secret " + uuid + " is private: its value is never told",
                    null);
        }
        if (secret.value == null) {
            throw HostErrors.about(
                    ErrorCode.NO_SECRET,
                    ErrorSubject.Kind.SECRET,
                    uuid.toString(),
                    "The secret " + uuid + " has no value yet",
                    "Set its value");
        }
        return secret.value.clone();
    }

    public void undefine(UUID uuid) {
        Secret secret = get(uuid);
        secrets.remove(uuid);
        host.events().post(new SecretLifecycle(secret.ref, UNDEFINED));
    }

    /** One secret. */
    private static final class Secret {
        private final SecretRef ref;
        private final String xml;
        private final boolean ephemeral;
        private final boolean hidden;
        private byte[] value;

        Secret(SecretRef ref, String xml, boolean ephemeral, boolean hidden) {
            this.ref = ref;
            this.xml = xml;
            this.ephemeral = ephemeral;
            this.hidden = hidden;
        }
    }
}
