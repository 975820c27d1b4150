package org.innkeeper.driver.qemu.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;

/**
 * One disk of a run: how the definition calls it and how QEMU does.
 *
 * @param target such as {@code vda}
 * @param source path of the image, or null for an empty drive
 * @param alias QEMU's id of the device
 */
record DiskNode(String target, String source, String alias) {
    static List<DiskNode> of(ActiveRun run) {
        List<DiskNode> disks = new ArrayList<>();
        for (XmlElement disk : run.live().devices("disk")) {
            XmlElement target = disk.element("target");
            XmlElement source = disk.element("source");
            XmlElement alias = disk.element("alias");
            if (target != null && target.attribute("dev") != null && alias != null) {
                disks.add(new DiskNode(
                        target.attribute("dev"),
                        source == null
                                ? null
                                : Optional.ofNullable(source.attribute("file")).orElse(source.attribute("dev")),
                        alias.attribute("name")));
            }
        }
        return disks;
    }

    /** The entry of this disk in a reply of {@code query-blockstats} or {@code query-block}, or null. */
    JsonNode find(JsonNode entries) {
        for (JsonNode entry : entries) {
            String device = entry.path("qdev").asText("");
            if (device.equals(alias) || device.contains("/" + alias + "/") || device.endsWith("/" + alias)) {
                return entry;
            }
        }
        return null;
    }
}
