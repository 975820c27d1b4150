package org.innkeeper.core.xml.storage;

import org.innkeeper.core.xml.DeclaredValues;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What any storage volume must keep. */
final class VolumeRules {
    private VolumeRules() {}

    static void check(VolumeDocument volume) {
        XmlElement root = volume.root();
        if (volume.name().isBlank()) {
            throw XmlErrors.unacceptable(root, "the volume has no <name>");
        }
        DeclaredValues.check(root, VolumeCatalogues.ALL);
        boolean backed = volume.get(VolumeProperties.BACKING_PATH).isPresent();
        if (volume.get(VolumeProperties.CAPACITY).isEmpty() && !backed) {
            throw XmlErrors.unacceptable(root, "the <capacity> is missing");
        }
        XmlElement target = root.element("target");
        if (target == null) {
            return;
        }
        String version =
                volume.get(VolumeProperties.COMPATIBILITY).orElse("1.1").strip();
        if (!version.matches("[0-9]+\\.[0-9]+")) {
            throw XmlErrors.unacceptable(target.element("compat"), "'" + version + "' is no version such as 1.1");
        }
        String mode = volume.get(VolumeProperties.MODE).orElse("0").strip();
        if (!mode.matches("[0-7]{1,5}")) {
            throw XmlErrors.unacceptable(target.element("permissions"), "'" + mode + "' is no octal mode up to 7777");
        }
        if (target.element("encryption") != null && target.element("encryption").attribute("format") == null) {
            throw XmlErrors.unacceptable(target.element("encryption"), "attribute 'format' is missing");
        }
    }
}
