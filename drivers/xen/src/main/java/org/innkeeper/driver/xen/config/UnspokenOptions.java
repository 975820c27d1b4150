package org.innkeeper.driver.xen.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.definition.PciFunction;

/**
 * Options of a device of xl that definitions have no words for: the script of a disk, the MTU of an interface. Where
 * something else of the same device is changed, they go over to what is written of it now. A disk is the same where its
 * target is, an interface where its MAC address is, a PCI device where its address is.
 */
final class UnspokenOptions {
    private static final String DISKS = "disk";
    private static final String INTERFACES = "vif";
    private static final String PCI = "pci";

    private static final Map<String, Set<String>> SPOKEN = Map.of(
            DISKS,
            Set.of("format", "vdev", "access", "backendtype", "devtype", "backend", "target", "cdrom"),
            INTERFACES,
            Set.of("mac", "bridge", "ip", "script", "vifname", "model", "type", "rate", "backend"),
            PCI,
            Set.of("bdf", "permissive", "seize"));

    private UnspokenOptions() {}

    /** What is written of a device with those options that the old file has of it; null where it has none. */
    static String carriedOver(String list, String before, String written) {
        if (!SPOKEN.containsKey(list)) {
            return null;
        }
        String device = identity(list, before);
        if (device == null || !device.equals(identity(list, written))) {
            return null;
        }
        List<String> options = unspoken(list, before);
        return options.isEmpty() ? null : with(list, written, String.join(",", options));
    }

    private static String identity(String list, String text) {
        try {
            return switch (list) {
                case DISKS -> DiskText.readXl(text).target();
                case INTERFACES -> OptionText.read(text).get("mac");
                default -> {
                    PciFunction function = PciText.read(text);
                    yield function == null ? null : function.text();
                }
            };
        } catch (InnkeeperException e) {
            // What cannot be read is no device that could be written anew.
            return null;
        }
    }

    private static List<String> unspoken(String list, String text) {
        // A disk's target may hold commas and comes last.
        String options = list.equals(DISKS) ? text.replaceFirst("(^|,)\\s*target=.*", "") : text;
        Set<String> spoken = SPOKEN.get(list);
        List<String> unspoken = new ArrayList<>();
        String script = list.equals(DISKS) ? DiskText.scriptOf(text) : null;
        if (script != null) {
            unspoken.add("script=" + script);
        }
        OptionText.read(options).forEach((name, value) -> {
            boolean word = value.isEmpty() && !DiskText.isFlag(name) && !list.equals(INTERFACES);
            if (!spoken.contains(name) && !word) {
                unspoken.add(value.isEmpty() ? name : name + "=" + value);
            }
        });
        return unspoken;
    }

    private static String with(String list, String written, String options) {
        int target = list.equals(DISKS) ? written.indexOf("target=") : -1;
        if (target < 0) {
            return written + "," + options;
        }
        String before = written.substring(0, target);
        // A script works with the kernel's back end only, which libxl takes by itself where none is named.
        boolean script = (',' + options).contains(",script=");
        return (script ? before.replace("backendtype=qdisk,", "") : before) + options + "," + written.substring(target);
    }
}
