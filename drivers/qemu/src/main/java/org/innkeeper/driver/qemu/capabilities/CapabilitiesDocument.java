package org.innkeeper.driver.qemu.capabilities;

import java.util.Collection;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.MachineType;

/** The capabilities document: the host, and the kinds of guest its emulators can run. */
public final class CapabilitiesDocument {
    private final HostFacts host;
    private final Accelerators accelerators;

    public CapabilitiesDocument(HostFacts host, Accelerators accelerators) {
        this.host = host;
        this.accelerators = accelerators;
    }

    /** The document for these emulators. */
    public String write(Collection<EmulatorInfo> emulators) {
        XmlElement root = new XmlElement("capabilities");
        addHost(root);
        for (EmulatorInfo emulator : emulators) {
            addGuest(root, emulator, libvirtArch(emulator.arch()));
            // The emulator of 64 bits runs guests of 32 as well.
            boolean alone = emulators.stream().noneMatch(other -> other.arch().equals("i386"));
            if (emulator.arch().equals("x86_64") && alone) {
                addGuest(root, emulator, "i686");
            }
        }
        return XmlDocument.of(root).toText();
    }

    static String libvirtArch(String arch) {
        return switch (arch) {
            case "i386" -> "i686";
            case "arm" -> "armv7l";
            default -> arch;
        };
    }

    private void addHost(XmlElement root) {
        XmlElement element = Elements.add(root, "host");
        if (host.uuid() != null) {
            Elements.addText(element, "uuid", host.uuid().toString());
        }
        NodeInfo node = host.node();
        XmlElement cpu = Elements.add(element, "cpu");
        Elements.addText(cpu, "arch", node.model());
        if (host.vendor() != null) {
            Elements.addText(cpu, "vendor", host.vendor());
        }
        Elements.add(
                cpu,
                "topology",
                "sockets",
                Integer.toString(node.sockets()),
                "dies",
                "1",
                "cores",
                Integer.toString(node.cores()),
                "threads",
                Integer.toString(node.threads()));
        Elements.add(element, "power_management");
        XmlElement cells = Elements.add(
                Elements.add(element, "topology"),
                "cells",
                "num",
                Integer.toString(host.cells().size()));
        host.cells().forEach(cell -> addCell(cells, cell));
    }

    private static void addCell(XmlElement cells, HostFacts.Cell cell) {
        XmlElement element = Elements.add(cells, "cell", "id", Integer.toString(cell.id()));
        if (cell.memory() > 0) {
            Elements.add(element, "memory", "unit", "KiB").setText(Long.toString(cell.memory()));
        }
        XmlElement cpus = Elements.add(
                element, "cpus", "num", Integer.toString(cell.cpus().size()));
        for (HostFacts.LogicalCpu cpu : cell.cpus()) {
            XmlElement one = Elements.add(cpus, "cpu", "id", Integer.toString(cpu.id()));
            if (cpu.socket() >= 0 && cpu.core() >= 0) {
                one.setAttribute("socket_id", Integer.toString(cpu.socket()));
                one.setAttribute("core_id", Integer.toString(cpu.core()));
            }
            if (!cpu.siblings().isEmpty()) {
                one.setAttribute("siblings", cpu.siblings());
            }
        }
    }

    private void addGuest(XmlElement root, EmulatorInfo emulator, String arch) {
        XmlElement guest = Elements.add(root, "guest");
        Elements.addText(guest, "os_type", "hvm");
        XmlElement element = Elements.add(guest, "arch", "name", arch);
        Elements.addText(element, "wordsize", is64Bit(arch) ? "64" : "32");
        Elements.addText(element, "emulator", emulator.binary().toString());
        for (MachineType machine : emulator.machines()) {
            addMachine(element, machine);
        }
        for (Accelerator accelerator : accelerators.usable(emulator)) {
            Elements.add(element, "domain", "type", accelerator.domainType());
        }
        XmlElement features = Elements.add(guest, "features");
        if (emulator.isX86()) {
            Elements.add(features, "acpi", "default", "on", "toggle", "yes");
            Elements.add(features, "apic", "default", "on", "toggle", "no");
            if (arch.equals("i686")) {
                Elements.add(features, "pae");
            }
        }
        Elements.add(features, "cpuselection");
        Elements.add(features, "deviceboot");
        Elements.add(features, "disksnapshot", "default", "on", "toggle", "no");
    }

    private static void addMachine(XmlElement element, MachineType machine) {
        if (machine.name().equals("none")) {
            return;
        }
        String most = Integer.toString(machine.maxCpus());
        XmlElement full = Elements.add(element, "machine", "maxCpus", most).setText(machine.name());
        if (machine.deprecated()) {
            full.setAttribute("deprecated", "yes");
        }
        if (machine.alias() != null) {
            Elements.add(element, "machine", "canonical", machine.name(), "maxCpus", most)
                    .setText(machine.alias());
        }
    }

    private static boolean is64Bit(String arch) {
        return arch.contains("64") || arch.equals("s390x");
    }
}
