package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** How a guest is asked to shut down or reboot; without any the driver chooses, of several it takes the first that works. */
public enum ShutdownMode implements Flag {
    /** Press the power button. */
    ACPI_POWER_BUTTON(DomainFlags.SHUTDOWN_ACPI_POWER_BUTTON),
    /** Ask the guest agent. */
    GUEST_AGENT(DomainFlags.SHUTDOWN_GUEST_AGENT),
    /** Write to init's pipe. */
    INITCTL(DomainFlags.SHUTDOWN_INITCTL),
    /** Send a signal to init. */
    SIGNAL(DomainFlags.SHUTDOWN_SIGNAL),
    /** Ask the paravirtual control. */
    PARAVIRT(DomainFlags.SHUTDOWN_PARAVIRT);

    private final long bit;

    ShutdownMode(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
