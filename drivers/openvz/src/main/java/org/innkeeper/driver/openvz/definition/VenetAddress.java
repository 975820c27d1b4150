package org.innkeeper.driver.openvz.definition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.IpAddress;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/**
 * An address of a container's venet device, of the key {@code IP_ADDRESS}. Two are the same where they name the same
 * address, however it is written, with the same prefix.
 *
 * @param text the address as it is written, without its mask
 * @param bits the address as a number
 * @param length how many bits it has, 32 or 128
 * @param prefix how many of them name the network, -1 where that is not told
 */
public record VenetAddress(String text, BigInteger bits, int length, int prefix) {
    /** The addresses of a container, in their order; the ones that stand for none and what is no address are passed over. */
    public static List<VenetAddress> of(ContainerConfig config) {
        List<VenetAddress> addresses = new ArrayList<>();
        for (String word : config.words("IP_ADDRESS")) {
            String[] parts = word.split("/", 2);
            parse(parts[0], parts.length == 2 ? parts[1] : null)
                    .filter(address -> address.bits().signum() != 0)
                    .ifPresent(addresses::add);
        }
        return addresses;
    }

    /**
     * An address; empty where it is none.
     *
     * @param mask a prefix's length or a mask such as 255.255.255.0, or null
     */
    static Optional<VenetAddress> parse(String text, String mask) {
        return IpAddress.parse(text.strip()).flatMap(address -> prefix(address, mask)
                .map(prefix -> new VenetAddress(text.strip(), address.bits(), address.length(), prefix)));
    }

    private static Optional<Integer> prefix(IpAddress address, String mask) {
        if (mask == null) {
            return Optional.of(-1);
        }
        Optional<Integer> prefix = mask.matches("[0-9]{1,3}")
                ? Optional.of(Integer.valueOf(mask))
                : IpAddress.parse(mask)
                        .filter(parsed -> parsed.length() == address.length())
                        .flatMap(IpAddress::prefixOfMask);
        return prefix.filter(bits -> bits <= address.length());
    }

    public boolean isSame(VenetAddress other) {
        return bits.equals(other.bits) && length == other.length && prefix == other.prefix;
    }

    /** With a prefix always: without a mask it is the host's route to this address alone. */
    public String withPrefix() {
        return text + "/" + (prefix < 0 ? length : prefix);
    }

    /** As vzctl takes it. */
    public String parameter() {
        return prefix < 0 ? text : text + "/" + prefix;
    }
}
