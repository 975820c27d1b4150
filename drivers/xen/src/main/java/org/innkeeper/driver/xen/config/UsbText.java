package org.innkeeper.driver.xen.config;

import java.util.Map;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.XenErrors;

/** A USB device of the host in one string: {@code hostbus=1,hostaddr=3}. */
final class UsbText {
    /** As xl takes numbers, and definitions too. */
    private static final String NUMBER = "0[xX][0-9a-fA-F]{1,4}|0[0-7]{0,4}|[1-9][0-9]{0,4}";

    private UsbText() {}

    static XmlElement read(String text) {
        Map<String, String> options = OptionText.read(text);
        XmlElement source = new XmlElement("source");
        source.add(Elements.of(
                "address", "bus", told(options.get("hostbus"), text), "device", told(options.get("hostaddr"), text)));
        return Elements.of("hostdev", "mode", "subsystem", "type", "usb", "managed", "no")
                .add(source);
    }

    private static String told(String number, String text) {
        if (number == null || !number.matches(NUMBER)) {
            throw XenErrors.malformed(
                    ErrorOrigin.XENXL, "The USB device '" + text + "' is not named by numbers of bus and device");
        }
        return Integer.decode(number).toString();
    }

    static String write(XmlElement device) {
        return new OptionText()
                .add("hostbus", wanted(device, "bus"))
                .add("hostaddr", wanted(device, "device"))
                .toString();
    }

    private static Integer wanted(XmlElement device, String part) {
        String number = Elements.attributeAt(device, "source/address", part);
        if (number == null || !number.matches(NUMBER)) {
            throw XenErrors.unsupported("A USB device of the host is named by the numbers of its bus and its device");
        }
        return Integer.decode(number);
    }
}
