package org.innkeeper.core.xml;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A literal IPv4 or IPv6 address. Names are never looked up for a document.
 *
 * @param text as it was written
 * @param bits the address as a number
 * @param length how many bits it has, 32 or 128
 */
public record IpAddress(String text, BigInteger bits, int length) {
    private static final String IPV4 = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";
    private static final String IPV6 = "[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(" + IPV4 + ")?";

    /** The address that a text is, empty where it is none. */
    public static Optional<IpAddress> parse(String text) {
        boolean four = text.matches(IPV4);
        if (!four && !text.matches(IPV6)) {
            return Optional.empty();
        }
        if (four && Arrays.stream(text.split("\\.")).anyMatch(part -> Integer.parseInt(part) > 255)) {
            return Optional.empty();
        }
        try {
            // A literal is not looked up. An IPv6 address that means an IPv4 one comes back as such; its text decides.
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return Optional.of(new IpAddress(text, new BigInteger(1, bytes), four ? 32 : 128));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean isIpv4() {
        return length == 32;
    }

    /** Whether it names a group of hosts: 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return isIpv4()
                ? bits.shiftRight(28).intValue() == 0xE
                : bits.shiftRight(120).intValue() == 0xFF;
    }

    /** Whether another address has the same first bits. */
    public boolean sameNetwork(IpAddress other, int prefix) {
        return length == other.length
                && bits.shiftRight(length - prefix).equals(other.bits.shiftRight(length - prefix));
    }

    /** The number of leading ones where this is a mask such as 255.255.255.0, else empty. */
    public Optional<Integer> prefixOfMask() {
        BigInteger inverted = bits.xor(BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
        boolean mask = inverted.and(inverted.add(BigInteger.ONE)).signum() == 0;
        return mask ? Optional.of(length - inverted.bitLength()) : Optional.empty();
    }
}
