package org.innkeeper.driver.qemu.definition;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Machine types that have the same buses and built-in devices. */
public enum MachineFamily {
    /** The PC of 1996: one PCI bus, IDE and floppy built in. */
    I440FX,
    /** The PC of 2007: PCI Express, SATA built in. */
    Q35,
    /** The boards QEMU made up for Arm and RISC-V: PCI Express, nothing else. */
    VIRT;

    static MachineFamily of(String machineName, XmlElement place) {
        if (machineName.equals("q35") || machineName.startsWith("pc-q35")) {
            return Q35;
        }
        if (machineName.equals("pc") || machineName.startsWith("pc-i440fx") || machineName.matches("pc-[01]\\..*")) {
            return I440FX;
        }
        if (machineName.equals("virt") || machineName.startsWith("virt-")) {
            return VIRT;
        }
        throw XmlErrors.unsupported(place, "machine type '" + machineName + "' is not supported: use pc, q35 or virt");
    }

    /** Whether its first PCI bus is PCI Express. */
    public boolean isExpress() {
        return this != I440FX;
    }

    /** Whether it is a PC, with its keyboard controller, timers and firmware. */
    public boolean isPc() {
        return this != VIRT;
    }
}
