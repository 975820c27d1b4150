package org.innkeeper.driver.qemu.probe;

import java.util.Optional;

/** What executes a guest's instructions. */
public enum Accelerator {
    /** Linux' hardware virtualization. */
    KVM("kvm", "kvm"),
    /** macOS' hardware virtualization. */
    HVF("hvf", "hvf"),
    /** Windows' hardware virtualization. */
    WHPX("whpx", "whpx"),
    /** Plain emulation; always there, many times slower. */
    TCG("tcg", "qemu");

    private final String optionValue;
    private final String domainType;

    Accelerator(String optionValue, String domainType) {
        this.optionValue = optionValue;
        this.domainType = domainType;
    }

    /** The value of the emulator's {@code -accel}. */
    public String optionValue() {
        return optionValue;
    }

    /** The {@code type} of a domain that runs on it. */
    public String domainType() {
        return domainType;
    }

    /**
     * The accelerator a domain type asks for. {@code kqemu}, an accelerator of 2007 that no emulator has any more, means
     * plain emulation.
     */
    public static Optional<Accelerator> ofDomainType(String type) {
        if (type.equals("kqemu")) {
            return Optional.of(TCG);
        }
        for (Accelerator accelerator : values()) {
            if (accelerator.domainType.equals(type)) {
                return Optional.of(accelerator);
            }
        }
        return Optional.empty();
    }
}
