package org.innkeeper.driver.qemu.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Limits of how much a disk may do: one more block node above its format, in a group of limits. */
final class DiskThrottle {
    private static final Map<String, String> LIMITS = new LinkedHashMap<>();

    static {
        for (String what : new String[] {"total", "read", "write"}) {
            LIMITS.put(what + "_bytes_sec", "bps-" + what);
            LIMITS.put(what + "_iops_sec", "iops-" + what);
            LIMITS.put(what + "_bytes_sec_max", "bps-" + what + "-max");
            LIMITS.put(what + "_iops_sec_max", "iops-" + what + "-max");
            LIMITS.put(what + "_bytes_sec_max_length", "bps-" + what + "-max-length");
            LIMITS.put(what + "_iops_sec_max_length", "iops-" + what + "-max-length");
        }
        LIMITS.put("size_iops_sec", "iops-size");
    }

    private DiskThrottle() {}

    static boolean isWanted(XmlElement disk) {
        XmlElement tune = disk.element("iotune");
        return tune != null && LIMITS.keySet().stream().anyMatch(name -> Nodes.has(tune, name));
    }

    static void write(GuestContext guest, XmlElement disk, String node, String below) {
        XmlElement tune = disk.element("iotune");
        Props limits = new Props();
        LIMITS.forEach((element, limit) -> limits.putIfSet(limit, Nodes.number(tune, element)));
        String shared = Nodes.text(tune, "group_name");
        String group = shared == null ? "throttle-" + guest.alias(disk) : "throttle-group-" + shared;
        if (guest.firstUseOf(group)) {
            guest.object(Props.of("qom-type", "throttle-group").put("id", group).put("limits", limits));
        }
        guest.blockdev(Props.of("driver", "throttle")
                .put("node-name", node)
                .put("throttle-group", group)
                .put("file", below));
    }
}
