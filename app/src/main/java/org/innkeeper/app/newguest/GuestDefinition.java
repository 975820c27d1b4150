package org.innkeeper.app.newguest;

import java.util.Locale;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.InterfaceProperties;
import org.innkeeper.core.xml.domain.OsProperties;

/** Writes the definition of a new guest; what depends on who runs it is written by its subclasses. */
abstract class GuestDefinition {
    final DomainDocument domain = DomainDocument.read("<domain>\n</domain>\n");
    final GuestPlan plan;

    GuestDefinition(GuestPlan plan) {
        this.plan = plan;
    }

    /** @param disk the path of the disk that was made, or null */
    static String of(GuestPlan plan, String disk) {
        GuestDefinition definition = plan.kind() == GuestKind.CONTAINER
                ? new ContainerDefinition(plan)
                : plan.type().equals("xen") ? new XenDefinition(plan) : new MachineDefinition(plan);
        definition.common();
        definition.write(plan.source() == Source.IMAGE ? plan.path() : disk);
        return definition.domain.toText();
    }

    /** @param disk the path of its first disk, or null */
    abstract void write(String disk);

    private void common() {
        domain.set(DomainProperties.TYPE, plan.type())
                .set(DomainProperties.NAME, plan.name())
                .set(DomainProperties.MEMORY, plan.memoryKiB())
                .set(DomainProperties.CURRENT_MEMORY, plan.memoryKiB())
                .set(DomainProperties.VCPUS, plan.vcpus())
                .set(OsProperties.TYPE, plan.kind().osType())
                .set(OsProperties.ARCHITECTURE, plan.abilities().arch());
        if (plan.machine() != null) {
            domain.set(OsProperties.MACHINE, plan.machine());
        }
    }

    /** What becomes of it when its run ends, and who runs it. */
    final void run() {
        domain.set(DomainProperties.ON_POWEROFF, "destroy")
                .set(DomainProperties.ON_REBOOT, "restart")
                .set(DomainProperties.ON_CRASH, "destroy");
        if (plan.abilities().emulator() != null) {
            domain.set(DomainProperties.EMULATOR, plan.abilities().emulator());
        }
    }

    final boolean isX86() {
        return plan.abilities().arch().equals("x86_64")
                || plan.abilities().arch().equals("i686");
    }

    /** The format of the first disk. */
    final String diskFormat() {
        return plan.source() == Source.IMAGE ? plan.imageFormat() : plan.newDiskFormat();
    }

    /** A disk of a file or of a device of the host; its driver is left open. */
    final XmlElement disk(String kind, String path, String target, String bus) {
        XmlElement disk = device("disk", Map.of());
        boolean block = path.startsWith("/dev/");
        DiskProperties.TYPE.set(disk, block ? "block" : "file");
        DiskProperties.DEVICE.set(disk, kind);
        (block ? DiskProperties.SOURCE_DEVICE : DiskProperties.SOURCE_FILE).set(disk, path);
        DiskProperties.TARGET.set(disk, target);
        DiskProperties.BUS.set(disk, bus);
        return disk;
    }

    /**
     * The network card, where one was chosen.
     *
     * @param model of the card, or null where the hypervisor chooses
     */
    final void network(String model) {
        if (plan.network().kind() == NetworkChoice.Kind.NONE) {
            return;
        }
        XmlElement card = device("interface", Map.of());
        NetworkChoice.Kind kind = plan.network().kind();
        InterfaceProperties.TYPE.set(
                card,
                kind == NetworkChoice.Kind.ROUTED ? "ethernet" : kind.name().toLowerCase(Locale.ROOT));
        switch (kind) {
            case NETWORK ->
                InterfaceProperties.SOURCE_NETWORK.set(card, plan.network().source());
            case BRIDGE ->
                InterfaceProperties.SOURCE_BRIDGE.set(card, plan.network().source());
            case ROUTED ->
                card.insert(new XmlElement("ip")
                        .setAttribute("address", plan.network().source()));
            default -> {
                // The process of the guest needs to know nothing more.
            }
        }
        if (model != null) {
            InterfaceProperties.MODEL.set(card, model);
        }
    }

    final XmlElement device(String kind, Map<String, String> attributes) {
        XmlElement device = domain.addDevice(new XmlElement(kind));
        attributes.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> device.setAttribute(entry.getKey(), entry.getValue()));
        return device;
    }
}
