package org.innkeeper.driver.qemu.command;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.MachineFamily;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Boot menu, sleep states, and a kernel loaded without the guest's own boot loader. */
final class BootOptions implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        writeSleepStates(guest);
        writeMenu(guest);
        writeKernel(guest);
        writeSystemTables(guest);
    }

    private static void writeSleepStates(GuestContext guest) {
        boolean oldPc = guest.definition().family() == MachineFamily.I440FX;
        if (!guest.definition().family().isPc()) {
            return;
        }
        if (oldPc) {
            guest.definition().controllers("pci").stream()
                    .filter(bus -> Nodes.is(bus, "@model", "pci-root") && Nodes.has(bus, "target@hotplug"))
                    .forEach(bus -> guest.option(
                            "-global",
                            new OptionValue()
                                    .withSwitch("PIIX4_PM.acpi-root-pci-hotplug", Nodes.flag(bus, "target@hotplug"))));
        }
        String device = oldPc ? "PIIX4_PM" : "ICH9-LPC";
        writeSleepState(guest, device + ".disable_s3", "pm/suspend-to-mem@enabled");
        writeSleepState(guest, device + ".disable_s4", "pm/suspend-to-disk@enabled");
    }

    private static void writeSleepState(GuestContext guest, String property, String path) {
        Boolean enabled = Nodes.flag(guest.root(), path);
        if (enabled != null) {
            guest.option("-global", property + "=" + (enabled ? 0 : 1));
        }
    }

    private static void writeMenu(GuestContext guest) {
        XmlElement os = guest.root().element("os");
        OptionValue boot = new OptionValue();
        if (os != null) {
            boot.withSwitch("menu", Nodes.flag(os, "bootmenu@enable"));
            boot.withIfSet("reboot-timeout", Nodes.text(os, "bios@rebootTimeout"));
            if (Nodes.isOn(os, "bootmenu@enable")) {
                boot.withIfSet("splash-time", Nodes.text(os, "bootmenu@timeout"));
            }
        }
        guest.option("-boot", boot.with("strict", "on"));
    }

    private static void writeKernel(GuestContext guest) {
        XmlElement os = guest.root().element("os");
        if (os == null) {
            return;
        }
        writeIfSet(guest, "-kernel", Nodes.text(os, "kernel"));
        writeIfSet(guest, "-initrd", Nodes.text(os, "initrd"));
        writeIfSet(guest, "-append", Nodes.text(os, "cmdline"));
        writeIfSet(guest, "-dtb", Nodes.text(os, "dtb"));
        XmlElement table = Nodes.child(os, "acpi/table");
        if (table != null) {
            guest.option(
                    "-acpitable",
                    new OptionValue()
                            .with("sig", "SLIC")
                            .with("file", table.text().strip()));
        }
    }

    private static void writeIfSet(GuestContext guest, String option, String value) {
        if (value != null && !value.isEmpty()) {
            guest.option(option, value);
        }
    }

    private static void writeSystemTables(GuestContext guest) {
        if (!Nodes.is(guest.root(), "os/smbios@mode", "sysinfo")) {
            return;
        }
        List<XmlElement> infos = guest.root().elements("sysinfo");
        for (XmlElement info : infos) {
            if (Nodes.is(info, "@type", "smbios")) {
                SystemTables.write(guest, info);
            }
        }
    }
}
