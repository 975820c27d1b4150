package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.MachineFamily;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.probe.Accelerator;

/** The machine, its firmware and what executes it. */
final class MachineOptions implements CommandSection {
    private static final int ACPI_PROPERTY_MAJOR = 8;
    private static final int ACPI_PROPERTY_MINOR = 1;

    @Override
    public void write(GuestContext guest) {
        FirmwareOptions firmware = new FirmwareOptions(guest);
        firmware.writeNodes();
        XmlElement root = guest.root();
        String name =
                Nodes.text(root, "os/type@machine", guest.definition().machine().name());
        OptionValue machine = OptionValue.of(name);
        machine.with("usb", "off");
        machine.withSwitch("vmport", Nodes.has(root, "features/vmport") ? state(root, "features/vmport") : null);
        if (Nodes.has(root, "features/smm")) {
            machine.withSwitch("smm", state(root, "features/smm"));
        }
        String irqchip = Nodes.text(root, "features/ioapic@driver");
        if (irqchip != null) {
            machine.with("kernel_irqchip", irqchip.equals("qemu") ? "split" : "on");
        }
        machine.with("dump-guest-core", Nodes.isOn(root, "memory@dumpCore") ? "on" : "off");
        if (Nodes.has(root, "memoryBacking/nosharepages")) {
            machine.with("mem-merge", "off");
        }
        if (MemoryOptions.mainBackend(guest) != null) {
            machine.with("memory-backend", MemoryOptions.mainBackend(guest));
        }
        firmware.addTo(machine);
        addTimers(guest, machine);
        if (lacksAcpi(guest) && hasAcpiProperty(guest)) {
            machine.with("acpi", "off");
        }
        guest.option("-machine", machine);
        writeAccelerator(guest);
        if (lacksAcpi(guest) && !hasAcpiProperty(guest)) {
            guest.option("-no-acpi");
        }
        firmware.writeImage();
    }

    private static Boolean state(XmlElement root, String path) {
        return !Nodes.isOff(root, path + "@state");
    }

    private static boolean lacksAcpi(GuestContext guest) {
        return guest.definition().family().isPc() && !Nodes.has(guest.root(), "features/acpi");
    }

    /** The option of its own was taken away later in favour of the property. */
    private static boolean hasAcpiProperty(GuestContext guest) {
        return guest.emulator().version().isAtLeast(ACPI_PROPERTY_MAJOR, ACPI_PROPERTY_MINOR)
                || guest.definition().family() == MachineFamily.VIRT;
    }

    private static void addTimers(GuestContext guest, OptionValue machine) {
        Boolean hpet = ClockOptions.timerPresent(guest.root(), "hpet");
        if (hpet != null && guest.emulator().machineProperties().contains("hpet")) {
            machine.withSwitch("hpet", hpet);
        } else if (Boolean.FALSE.equals(hpet)) {
            guest.option("-no-hpet");
        }
    }

    private static void writeAccelerator(GuestContext guest) {
        OptionValue accel = OptionValue.of(guest.accelerator().optionValue());
        XmlElement ring = Nodes.child(guest.root(), "features/kvm/dirty-ring");
        if (ring != null && Nodes.isOn(ring, "@state") && guest.accelerator() == Accelerator.KVM) {
            accel.with("dirty-ring-size", Nodes.text(ring, "@size", "4096"));
        }
        guest.option("-accel", accel);
    }
}
