package org.innkeeper.core.xml.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Each controller is one of its kind, with a model of that kind. */
final class ControllerRules {
    private static final Map<String, List<String>> MODELS = Map.of(
            "scsi",
            List.of(
                    "auto",
                    "buslogic",
                    "lsilogic",
                    "lsisas1068",
                    "vmpvscsi",
                    "ibmvscsi",
                    "virtio-scsi",
                    "lsisas1078",
                    "virtio-transitional",
                    "virtio-non-transitional",
                    "ncr53c90",
                    "dc390",
                    "am53c974"),
            "usb",
            List.of(
                    "piix3-uhci",
                    "piix4-uhci",
                    "ehci",
                    "ich9-ehci1",
                    "ich9-uhci1",
                    "ich9-uhci2",
                    "ich9-uhci3",
                    "vt82c686b-uhci",
                    "pci-ohci",
                    "nec-xhci",
                    "qusb1",
                    "qusb2",
                    "qemu-xhci",
                    "none"),
            "pci",
            List.of(
                    "pci-root",
                    "pcie-root",
                    "pci-bridge",
                    "dmi-to-pci-bridge",
                    "pcie-to-pci-bridge",
                    "pcie-root-port",
                    "pcie-switch-upstream-port",
                    "pcie-switch-downstream-port",
                    "pci-expander-bus",
                    "pcie-expander-bus"),
            "ide",
            List.of("piix3", "piix4", "ich6"),
            "virtio-serial",
            List.of("virtio", "virtio-transitional", "virtio-non-transitional"),
            "isa",
            List.of());
    private static final int GREATEST_BUS = 254;

    private ControllerRules() {}

    static void check(DomainDocument domain) {
        Map<String, String> seen = new HashMap<>();
        Set<Integer> busNumbers = new HashSet<>();
        for (XmlElement controller : domain.devices("controller")) {
            String type = ControllerProperties.TYPE.get(controller).orElse("ide");
            String model = ControllerProperties.MODEL.get(controller).orElse("");
            checkModel(controller, type, model);
            checkIndex(controller, type, model, seen);
            checkPorts(controller, type, model);
            if (type.equals("pci")) {
                checkBridge(domain, controller, model, busNumbers);
            }
        }
    }

    private static void checkModel(XmlElement controller, String type, String model) {
        List<String> models = MODELS.get(type);
        if (!model.isEmpty() && models != null && !models.contains(model)) {
            throw XmlErrors.unacceptable(
                    controller, "'" + model + "' is no model of a controller of type '" + type + "'");
        }
    }

    private static void checkIndex(XmlElement controller, String type, String model, Map<String, String> seen) {
        Integer index = ControllerProperties.INDEX.get(controller).orElse(null);
        if (index == null) {
            return;
        }
        boolean root = model.equals("pci-root") || model.equals("pcie-root");
        if (model.equals("pcie-root") && index != 0) {
            throw XmlErrors.unacceptable(controller, "a controller of model '" + model + "' must have index 0");
        }
        String bridge = type.equals("pci") && !root ? "bridge" : "";
        if (!bridge.isEmpty() && index == 0) {
            throw XmlErrors.unacceptable(
                    controller, "index 0 is that of the PCI root; a bridge must have a greater one");
        }
        // The companions of one USB controller share its index.
        boolean companion = controller.element("master") != null || model.startsWith("ich9-");
        String previous = seen.putIfAbsent(type + " " + index, companion ? "companion" : "alone");
        if (previous != null && !(companion && previous.equals("companion"))) {
            throw XmlErrors.unacceptable(
                    controller, "there are two controllers of type '" + type + "' with index " + index);
        }
    }

    private static void checkPorts(XmlElement controller, String type, String model) {
        int ports = ControllerProperties.PORTS.get(controller).orElse(1);
        if (type.equals("usb") && model.endsWith("xhci") && (ports < 1 || ports > 15)) {
            throw XmlErrors.unsupported(controller, "a controller of model '" + model + "' has from 1 to 15 ports");
        }
        if (ports == 0) {
            throw XmlErrors.unacceptable(controller, "'ports' must be at least 1");
        }
    }

    private static void checkBridge(
            DomainDocument domain, XmlElement controller, String model, Set<Integer> busNumbers) {
        int cells = NumaCellProperties.CATALOGUE.elements(domain.root()).size();
        int node = ControllerProperties.NODE.get(controller).orElse(-1);
        if (node >= cells) {
            throw XmlErrors.unacceptable(controller, "the guest has no NUMA node " + node);
        }
        int bus = ControllerProperties.BUS_NUMBER.get(controller).orElse(1);
        if (bus < 1 || bus > GREATEST_BUS) {
            throw XmlErrors.unacceptable(controller, "'busNr' must be from 1 to " + GREATEST_BUS);
        }
        boolean given = ControllerProperties.BUS_NUMBER.get(controller).isPresent();
        if (given && !busNumbers.add(bus)) {
            throw XmlErrors.unacceptable(controller, "the bus number " + bus + " is used twice");
        }
        int chassis = ControllerProperties.CHASSIS_NUMBER.get(controller).orElse(1);
        if (chassis < 1 || chassis > 255) {
            throw XmlErrors.unacceptable(controller, "'chassisNr' must be from 1 to 255");
        }
        String machine = domain.get(OsProperties.MACHINE).orElse("");
        if (model.equals("pcie-expander-bus") && isI440fx(machine)) {
            throw XmlErrors.unsupported(controller, "the machine type '" + machine + "' has no PCI Express");
        }
        if (model.equals("pci-expander-bus") && machine.contains("q35")) {
            throw XmlErrors.unsupported(controller, "the machine type '" + machine + "' has no conventional PCI root");
        }
    }

    static boolean isI440fx(String machine) {
        return machine.equals("pc")
                || machine.startsWith("pc-i440fx")
                || machine.matches("pc-[0-9]\\.[0-9]+|pc-1\\.[0-9]");
    }
}
