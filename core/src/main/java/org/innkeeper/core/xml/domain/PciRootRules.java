package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The devices that are built into a machine are those of its type, at the places where they are built in. */
final class PciRootRules {
    private PciRootRules() {}

    static void check(DomainDocument domain) {
        String machine = domain.get(OsProperties.MACHINE).orElse("");
        boolean old = ControllerRules.isI440fx(machine);
        boolean q35 = machine.contains("q35");
        for (XmlElement controller : domain.devices("controller")) {
            String type = ControllerProperties.TYPE.get(controller).orElse("");
            String model = ControllerProperties.MODEL.get(controller).orElse("");
            if (model.equals("pci-root") || model.equals("pcie-root")) {
                checkRoot(controller, model, machine, old, q35);
            }
            if (ControllerProperties.INDEX.get(controller).orElse(0) != 0) {
                continue;
            }
            if (old && type.equals("ide")) {
                requirePlace(controller, 1, 1);
            } else if (old && type.equals("usb") && model.equals("piix3-uhci")) {
                requirePlace(controller, 1, 2);
            } else if (q35 && type.equals("sata")) {
                requirePlace(controller, 0x1F, 2);
            }
        }
    }

    private static void checkRoot(XmlElement controller, String model, String machine, boolean old, boolean q35) {
        if (controller.element("address") != null) {
            throw XmlErrors.unacceptable(controller, "the root of PCI has no address");
        }
        boolean express = model.equals("pcie-root");
        if (old && express || q35 && !express) {
            throw XmlErrors.unsupported(controller, "the machine type '" + machine + "' has no '" + model + "'");
        }
        int index = ControllerProperties.INDEX.get(controller).orElse(0);
        if ((old || q35) && index != 0) {
            throw XmlErrors.unacceptable(controller, "a controller of model '" + model + "' must have index 0");
        }
    }

    private static void requirePlace(XmlElement controller, int slot, int function) {
        XmlElement address = controller.element("address");
        if (address == null || !"pci".equals(address.attribute("type"))) {
            return;
        }
        boolean there = AddressProperties.DOMAIN.get(address).orElse(0) == 0
                && AddressProperties.BUS.get(address).orElse(0) == 0
                && AddressProperties.SLOT.get(address).orElse(0) == slot
                && AddressProperties.FUNCTION.get(address).orElse(0) == function;
        if (!there) {
            throw XmlErrors.unacceptable(
                    controller,
                    String.format(
                            "the first %s controller of this machine is built in at PCI address 0000:00:%02x.%x",
                            controller.attribute("type"), slot, function));
        }
    }
}
