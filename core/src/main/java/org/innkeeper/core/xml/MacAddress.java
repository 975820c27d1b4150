package org.innkeeper.core.xml;

import java.util.Locale;
import java.util.Random;

/**
 * The hardware address of a network card.
 *
 * @param bits the 48 bits, the first octet highest
 */
public record MacAddress(long bits) {
    private static final int OCTETS = 6;

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("more than 48 bits: " + Long.toHexString(bits));
        }
    }

    /**
     * Reads six octets of one or two hexadecimal digits with colons between them.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static MacAddress parse(String text) {
        String[] octets = text.split(":", -1);
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("no MAC address: " + text);
        }
        long bits = 0;
        for (String octet : octets) {
            if (!octet.matches("[0-9A-Fa-f]{1,2}")) {
                throw new IllegalArgumentException("no MAC address: " + text);
            }
            bits = bits << 8 | Integer.parseInt(octet, 16);
        }
        return new MacAddress(bits);
    }

    /** A random address in the range that QEMU's guests use, 52:54:00. */
    public static MacAddress random(Random random) {
        return new MacAddress(0x525400000000L | random.nextInt(1 << 24));
    }

    /** Whether it names a group of cards; no card may have such an address of its own. */
    public boolean isMulticast() {
        return (bits >> 40 & 1) != 0;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.append(String.format(Locale.ROOT, "%02x", bits >> shift & 0xFF));
            if (shift > 0) {
                out.append(':');
            }
        }
        return out.toString();
    }
}
