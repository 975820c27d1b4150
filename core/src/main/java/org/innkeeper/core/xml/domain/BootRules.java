package org.innkeeper.core.xml.domain;

import java.util.HashSet;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The order of booting is given for the machine or for each device, not both, and unambiguous. */
final class BootRules {
    private static final int LONGEST_TIMEOUT = 65_535;

    private BootRules() {}

    static void check(DomainDocument domain) {
        boolean machine =
                !BootDeviceProperties.CATALOGUE.elements(domain.root()).isEmpty();
        Set<String> orders = new HashSet<>();
        for (XmlElement device : domain.devices()) {
            XmlElement boot = device.element("boot");
            if (boot == null || boot.attribute("order") == null) {
                continue;
            }
            if (machine) {
                throw XmlErrors.unsupported(
                        boot, "<boot> of a device cannot be used together with <boot> of <os>; use one of them");
            }
            String order = boot.attribute("order");
            if (DeviceProperties.BOOT_ORDER.get(device).orElse(0) == 0) {
                throw XmlErrors.unacceptable(boot, "'order' must be a number from 1");
            }
            // A boot order may repeat among a disk and its own kind only where a profile of parameters says so.
            if (boot.attribute("loadparm") == null && !orders.add(order)) {
                throw XmlErrors.unacceptable(boot, "the boot order " + order + " is used for more than one device");
            }
        }
        int timeout = domain.get(OsProperties.BOOT_MENU_TIMEOUT).orElse(0);
        if (timeout > LONGEST_TIMEOUT) {
            throw XmlErrors.unacceptable(
                    domain.root().element("os").element("bootmenu"), "'timeout' must be from 0 to 65535");
        }
        int reboot = domain.get(OsProperties.REBOOT_TIMEOUT).orElse(0);
        if (reboot < -1 || reboot > LONGEST_TIMEOUT) {
            throw XmlErrors.unacceptable(
                    domain.root().element("os").element("bios"), "'rebootTimeout' must be from -1 to 65535");
        }
    }
}
