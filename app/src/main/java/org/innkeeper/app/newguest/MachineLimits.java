package org.innkeeper.app.newguest;

import java.util.List;
import org.innkeeper.core.xml.capabilities.DomainCapabilities;

/**
 * What a guest of one machine type can have, from its domain capabilities.
 *
 * @param maxVcpus the most vcpus; -1 where it is not known
 * @param buses for disks, the fastest first
 * @param firmwares that can be asked for by name; "" is that of the machine
 * @param templates that a container can be made of; empty where the host does not tell
 */
record MachineLimits(int maxVcpus, List<String> buses, List<String> firmwares, List<String> templates) {
    private static final List<String> BUSES = List.of("virtio", "sata", "scsi", "ide", "usb");
    private static final List<String> MEDIUM_BUSES = List.of("sata", "ide", "scsi", "usb");
    private static final String EFI = "efi";

    /** Where the host does not tell, everything is offered and the host judges. */
    static final MachineLimits UNKNOWN = new MachineLimits(-1, BUSES, List.of("", EFI), List.of());

    private static final MachineLimits XEN_MACHINE =
            new MachineLimits(-1, List.of("ide", "scsi", "xen"), List.of(""), List.of());
    private static final MachineLimits OF_KERNEL = new MachineLimits(-1, List.of("xen"), List.of(""), List.of());

    /** What is known of guests of a kind before the host tells. */
    static MachineLimits of(GuestKind kind, String type) {
        if (!"xen".equals(type)) {
            return UNKNOWN;
        }
        return kind.hasFirmware() ? XEN_MACHINE : OF_KERNEL;
    }

    /**
     * Reads a domain capabilities document.
     *
     * @param usual what is offered where it does not tell
     * @throws org.innkeeper.core.error.InnkeeperException where it cannot be read
     */
    static MachineLimits read(String document, MachineLimits usual) {
        DomainCapabilities told = DomainCapabilities.parse(document);
        List<String> offered = told.values("disk", "bus");
        List<String> buses = usual.buses.stream().filter(offered::contains).toList();
        List<String> firmware = told.os().values("firmware");
        return new MachineLimits(
                told.vcpu() == null || told.vcpu().max() <= 0 ? -1 : told.vcpu().max(),
                buses.isEmpty() ? usual.buses : buses,
                firmware.isEmpty() || firmware.contains(EFI) ? usual.firmwares : List.of(""),
                told.values("filesystem", "template"));
    }

    /** The bus of an installation medium: no system needs a driver for the first of them. */
    String mediumBus() {
        return MEDIUM_BUSES.stream().filter(buses::contains).findFirst().orElse(MEDIUM_BUSES.get(0));
    }
}
