package org.innkeeper.driver.test.host;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Addresses of four octets in documents. */
final class Ipv4 {
    private static final int OCTETS = 4;

    private Ipv4() {}

    static int parse(XmlElement place, String text) {
        String[] octets = String.valueOf(text).split("\\.", -1);
        int address = 0;
        for (String octet : octets) {
            if (octets.length != OCTETS || !octet.matches("\\d{1,3}") || Integer.parseInt(octet) > 255) {
                throw XmlErrors.unacceptable(place, "'" + text + "' is not an IPv4 address");
            }
            address = address << 8 | Integer.parseInt(octet);
        }
        return address;
    }

    static String format(int address) {
        return (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** The length of the prefix that an element gives as {@code prefix} or {@code netmask}. */
    static int prefix(XmlElement ip) {
        String prefix = ip.attribute("prefix");
        if (prefix != null) {
            return XmlReading.number(ip, prefix);
        }
        String mask = ip.attribute("netmask");
        return mask == null ? 24 : Integer.bitCount(parse(ip, mask));
    }
}
