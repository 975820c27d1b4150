package org.innkeeper.driver.qemu.console;

import java.util.Map;

/**
 * Turns Linux' key codes into the numbers QEMU takes. Up to F12 both are the scan codes of the first PC keyboards; keys
 * that later keyboards added have a scan code with a prefix, which QEMU writes as the highest bit.
 */
final class LinuxKeys {
    private static final int LAST_PLAIN = 88;
    private static final Map<Integer, Integer> OTHERS = Map.ofEntries(
            Map.entry(96, 0x9c),
            Map.entry(97, 0x9d),
            Map.entry(98, 0xb5),
            Map.entry(99, 0x54),
            Map.entry(100, 0xb8),
            Map.entry(102, 0xc7),
            Map.entry(103, 0xc8),
            Map.entry(104, 0xc9),
            Map.entry(105, 0xcb),
            Map.entry(106, 0xcd),
            Map.entry(107, 0xcf),
            Map.entry(108, 0xd0),
            Map.entry(109, 0xd1),
            Map.entry(110, 0xd2),
            Map.entry(111, 0xd3),
            Map.entry(113, 0xa0),
            Map.entry(114, 0xae),
            Map.entry(115, 0xb0),
            Map.entry(116, 0xde),
            Map.entry(119, 0xc6),
            Map.entry(125, 0xdb),
            Map.entry(126, 0xdc),
            Map.entry(127, 0xdd));

    private LinuxKeys() {}

    /** QEMU's number of a Linux key code, or -1 where QEMU has no such key. */
    static int toQemu(int code) {
        if (code >= 1 && code <= LAST_PLAIN) {
            return code;
        }
        return OTHERS.getOrDefault(code, -1);
    }
}
