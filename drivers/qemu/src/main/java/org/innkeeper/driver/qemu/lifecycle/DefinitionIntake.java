package org.innkeeper.driver.qemu.lifecycle;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;

/**
 * Takes a definition in: refuses what no guest of this driver can be, fills in what every guest has and the author left
 * out, and takes out what belongs to a run.
 */
final class DefinitionIntake {
    private static final System.Logger LOG = System.getLogger(DefinitionIntake.class.getName());
    private static final Random RANDOM = new SecureRandom();

    private final HostTools tools;

    DefinitionIntake(HostTools tools) {
        this.tools = tools;
    }

    /**
     * Reads a definition.
     *
     * @throws InnkeeperException {@code XML_DETAIL}, {@code XML_ERROR} or {@code CONFIG_UNSUPPORTED} naming what is wrong
     */
    Definition read(CallContext context, String xml) {
        DomainDocument document = DomainDocument.parse(xml);
        document.notices()
                .forEach(
                        notice -> context.warn(ErrorInfo.warning(ErrorCode.CONFIG_UNSUPPORTED, ErrorOrigin.QEMU, notice)
                                .withSubject(GuestErrors.subject(document.name(), null))));
        Definition definition = new Definition(document.xml());
        removeRunTime(definition);
        requireIdentity(definition);
        requireType(definition);
        requireNumbers(definition);
        LifecyclePolicy.of(definition);
        requireTargets(definition);
        fillMacs(definition);
        return pin(context, definition);
    }

    /** Takes out what a live definition has and one that is stored must not. */
    private static void removeRunTime(Definition definition) {
        definition.root().setAttribute("id", null);
        definition.allDevices().forEach(device -> {
            XmlElement alias = device.element("alias");
            if (alias != null && !String.valueOf(alias.attribute("name")).startsWith("ua-")) {
                alias.detach();
            }
            XmlElement target = device.element("target");
            if (device.name().equals("interface")
                    && target != null
                    && String.valueOf(target.attribute("dev")).startsWith("vnet")) {
                target.setAttribute("dev", null);
                if (!target.hasAttributes()) {
                    target.detach();
                }
            }
            if ("pty".equals(device.attribute("type"))) {
                device.setAttribute("tty", null);
                if (device.element("source") != null) {
                    device.element("source").detach();
                }
            }
        });
    }

    private static void requireIdentity(Definition definition) {
        requireName(definition.name());
        definition.textOf("title").filter(t -> t.contains("\n")).ifPresent(t -> {
            throw GuestErrors.xml("the title has more than one line", "title");
        });
        if (definition.textOf("uuid").isEmpty()) {
            definition.setText("uuid", UUID.randomUUID().toString());
        }
        definition.setText("uuid", definition.uuid().toString());
    }

    /** Refuses a name that no guest can have. */
    static void requireName(String name) {
        if (name.isBlank()) {
            throw GuestErrors.xml("the name is empty", "name");
        }
        if (name.chars().anyMatch(c -> c == '/' || Character.isISOControl(c))) {
            throw GuestErrors.xml(
                    "the name '" + name.replaceAll("\\p{Cntrl}", "?") + "' holds a '/' or a line end", "name");
        }
    }

    private static void requireType(Definition definition) {
        if (Accelerator.ofDomainType(definition.type()).isEmpty()) {
            throw GuestErrors.unsupported(
                    "domain type '" + definition.type() + "' is none of QEMU's",
                    "Use type 'qemu', or 'kvm' where this machine has it.");
        }
        String os = definition.osType().map(e -> e.text().strip()).orElse("");
        if (!os.equals("hvm")) {
            throw GuestErrors.unsupported(
                    os.isEmpty() ? "the definition has no <os><type>" : "QEMU has no guests of <os> type '" + os + "'",
                    "Use <type>hvm</type>.");
        }
    }

    private static void requireNumbers(Definition definition) {
        long memory = definition.memory();
        if (memory < 1) {
            throw GuestErrors.xml("<memory> must be at least 1 KiB", "memory");
        }
        definition.setSize("memory", memory);
        definition.setSize("currentMemory", Math.min(memory, definition.currentMemory()));
        if (definition.currentVcpus() > definition.vcpus()) {
            throw GuestErrors.xml("<vcpu current> is more than the number of vcpus", "vcpu");
        }
    }

    private static void requireTargets(Definition definition) {
        Set<String> targets = new HashSet<>();
        for (XmlElement disk : definition.devices("disk")) {
            XmlElement target = disk.element("target");
            String dev = target == null ? null : target.attribute("dev");
            if (dev != null && !targets.add(dev)) {
                throw GuestErrors.xml("two disks have the target '" + dev + "'", "devices/disk/target");
            }
        }
    }

    private static void fillMacs(Definition definition) {
        List<XmlElement> interfaces = definition.devices("interface");
        for (XmlElement device : interfaces) {
            XmlElement mac = device.element("mac");
            if (mac == null) {
                mac = new XmlElement("mac");
                device.insert(mac);
            }
            if (mac.attribute("address") == null) {
                mac.setAttribute("address", MacAddress.random(RANDOM).toString());
            }
        }
    }

    /**
     * Pins the machine type and the places of devices, so that neither an upgrade of QEMU nor a device that is added later
     * changes the hardware the guest knows.
     */
    private Definition pin(CallContext context, Definition definition) {
        XmlElement type = definition.osType().orElseThrow();
        if (type.attribute("arch") == null) {
            type.setAttribute("arch", tools.accelerators().hostArch());
        }
        EmulatorInfo emulator;
        try {
            emulator = tools.emulatorOf(context, definition);
        } catch (InnkeeperException e) {
            // The definition may be for an emulator that is installed later; starting it tells.
            LOG.log(System.Logger.Level.DEBUG, "no emulator for {0}: {1}", definition, e.getMessage());
            return definition;
        }
        String wanted = type.attribute("machine");
        (wanted == null ? emulator.defaultMachine() : emulator.machine(wanted))
                .ifPresent(machine -> type.setAttribute("machine", machine.name()));
        Definition completed = definition.completedFor(emulator);
        removeRunTime(completed);
        return completed;
    }
}
