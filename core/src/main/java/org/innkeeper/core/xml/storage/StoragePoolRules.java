package org.innkeeper.core.xml.storage;

import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.DeclaredValues;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What any storage pool must keep: what its kind of storage needs to be found. */
final class StoragePoolRules {
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "fs", Set.of("device"),
            "netfs", Set.of("host", "dir"),
            "disk", Set.of("device"),
            "iscsi", Set.of("host", "device"),
            "iscsi-direct", Set.of("host", "device", "initiator"),
            "scsi", Set.of("adapter"),
            "rbd", Set.of("name"),
            "gluster", Set.of("host", "name"),
            "vstorage", Set.of("name"),
            "zfs", Set.of("name"));
    private static final Set<String> NO_TARGET = Set.of("rbd", "gluster", "sheepdog", "zfs", "iscsi-direct");

    private StoragePoolRules() {}

    static void check(StoragePoolDocument pool) {
        XmlElement root = pool.root();
        DeclaredValues.check(root, StoragePoolCatalogues.ALL);
        String type = pool.get(StoragePoolProperties.TYPE)
                .orElseThrow(() -> XmlErrors.unacceptable(root, "attribute 'type' is missing"));
        boolean named = !pool.name().isBlank()
                || pool.get(StoragePoolProperties.SOURCE_NAME).isPresent();
        if (!named) {
            throw XmlErrors.unacceptable(root, "the pool has no <name>");
        }
        if (pool.name().contains("/")) {
            throw XmlErrors.unacceptable(root.element("name"), "a name cannot contain '/'");
        }
        XmlElement source = root.element("source");
        for (String part : NEEDS.getOrDefault(type, Set.of())) {
            if (source == null || source.element(part) == null) {
                throw XmlErrors.unacceptable(
                        source == null ? root : source,
                        "a pool of type '" + type + "' needs a <" + part + "> of its <source>");
            }
        }
        boolean target = pool.get(StoragePoolProperties.TARGET_PATH).isPresent();
        // A volume group has its directory by its name.
        if (!target && !NO_TARGET.contains(type) && !type.equals("logical") && !type.equals("mpath")) {
            throw XmlErrors.unacceptable(root, "a pool of type '" + type + "' needs the <path> of its <target>");
        }
        checkMode(root);
        checkAuthentication(source);
    }

    private static void checkMode(XmlElement root) {
        XmlElement target = root.element("target");
        XmlElement permissions = target == null ? null : target.element("permissions");
        XmlElement mode = permissions == null ? null : permissions.element("mode");
        if (mode != null && !mode.text().strip().matches("[0-7]{1,4}")) {
            throw XmlErrors.unacceptable(mode, "'" + mode.text().strip() + "' is no octal mode up to 7777");
        }
    }

    private static void checkAuthentication(XmlElement source) {
        XmlElement auth = source == null ? null : source.element("auth");
        if (auth == null) {
            return;
        }
        if (auth.attribute("type") == null || auth.attribute("username") == null) {
            throw XmlErrors.unacceptable(auth, "'type' and 'username' must be given");
        }
        XmlElement secret = auth.element("secret");
        if (secret == null || (secret.attribute("uuid") == null) == (secret.attribute("usage") == null)) {
            throw XmlErrors.unacceptable(auth, "a <secret> with either 'uuid' or 'usage' is needed");
        }
    }
}
