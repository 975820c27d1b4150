package org.innkeeper.core.xml.domain;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;

/** What the dialects of 2007 and of today say in different words. */
public final class DomainDialect {
    private DomainDialect() {}

    /** The virtual network an interface is in: {@code source@network}, of old {@code source@name}. */
    public static Optional<String> network(XmlElement networkInterface) {
        return InterfaceProperties.SOURCE_NETWORK
                .get(networkInterface)
                .or(() -> InterfaceProperties.SOURCE_NAME.get(networkInterface));
    }

    /** The host's bridge an interface is attached to: {@code source@bridge}, of old {@code source@dev}. */
    public static Optional<String> bridge(XmlElement networkInterface) {
        return InterfaceProperties.SOURCE_BRIDGE
                .get(networkInterface)
                .or(() -> InterfaceProperties.SOURCE_DEVICE.get(networkInterface));
    }

    /** What the clock follows: {@code clock@offset}, of old {@code clock@sync}; UTC where nothing is said. */
    public static String clockOffset(DomainDocument domain) {
        return domain.get(ClockProperties.OFFSET)
                .or(() -> domain.get(ClockProperties.SYNC))
                .orElse("utc");
    }

    /** The host's terminal of a running console: {@code source@path}, of old also {@code tty}. */
    public static Optional<String> terminal(XmlElement console) {
        return CharacterDeviceProperties.TTY.get(console).or(() -> Optional.ofNullable(console.element("source"))
                .flatMap(CharacterSourceProperties.PATH::get));
    }

    /** Whether the guest runs in QEMU without an accelerator. */
    public static boolean isPlainEmulation(DomainDocument domain) {
        return domain.type().equals("qemu") || domain.type().equals("kqemu");
    }

    /** Whether the guest runs in QEMU, with or without an accelerator. */
    public static boolean isQemu(DomainDocument domain) {
        return isPlainEmulation(domain)
                || domain.type().equals("kvm")
                || domain.type().equals("hvf");
    }

    static List<String> notices(DomainDocument domain) {
        if (domain.type().equals("kqemu")) {
            return List.of("The accelerator kqemu is gone from QEMU; the guest runs by plain emulation.");
        }
        return List.of();
    }
}
