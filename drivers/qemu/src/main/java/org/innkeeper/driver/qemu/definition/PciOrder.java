package org.innkeeper.driver.qemu.definition;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;

/** The order in which devices get PCI slots: libvirt's, so that both give the same definition the same addresses. */
final class PciOrder {
    private static final List<String> KINDS_BEFORE_CONTROLLERS = List.of("filesystem", "interface", "sound");
    private static final List<String> KINDS_AFTER_CONTROLLERS =
            List.of("disk", "hostdev", "memballoon", "rng", "watchdog", "video", "input", "serial", "panic", "vsock");

    private PciOrder() {}

    static List<XmlElement> of(GuestDefinition guest) {
        List<XmlElement> order = new ArrayList<>(guest.controllers("pci"));
        KINDS_BEFORE_CONTROLLERS.forEach(kind -> order.addAll(guest.devices(kind)));
        guest.devices("controller").stream()
                .filter(controller -> !Nodes.is(controller, "@type", "pci"))
                .forEach(order::add);
        for (String kind : KINDS_AFTER_CONTROLLERS) {
            order.addAll(kind.equals("disk") ? guest.orderedDisks() : guest.devices(kind));
        }
        return order;
    }
}
