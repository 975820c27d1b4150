package org.innkeeper.driver.xen.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.innkeeper.driver.xen.definition.PciFunction;

/** A PCI device in one string: {@code 0000:01:13.0@8,permissive=1}. */
final class PciText {
    private PciText() {}

    /** The device; null for one that has no address of its own: all functions of a slot, or a name given by the host. */
    static PciFunction read(String text) {
        Map<String, String> options = new LinkedHashMap<>(OptionText.read(text));
        String address = options.get("bdf");
        if (address == null) {
            address = text.replaceFirst(",.*", "").strip();
        }
        address = address.replaceFirst("@.*", "");
        if (address.endsWith("*") || options.containsKey("name")) {
            return null;
        }
        String permissive = options.get("permissive");
        return PciFunction.parse(address)
                .withFilter(permissive == null ? null : permissive.equals("0"))
                .withManagement("1".equals(options.get("seize")));
    }

    /** xm knows no devices that are taken from their driver. */
    static String write(PciFunction device, ConfigFormat format) {
        OptionText text = new OptionText();
        if (device.filtered() != null) {
            text.add("permissive", device.filtered() ? 0 : 1);
        }
        text.add("seize", format == ConfigFormat.XL && device.managed() ? 1 : null);
        String options = text.toString();
        return options.isEmpty() ? device.text() : device.text() + "," + options;
    }
}
