package org.innkeeper.driver.xen.host;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The guests of the kind PVH in a capabilities document: the hypervisor does not list them apart from fully virtualized ones. */
public final class PvhCapabilities {
    private PvhCapabilities() {}

    /** Adds them where the host runs fully virtualized guests of 64 bits. */
    public static void add(XmlElement capabilities) {
        Optional<XmlElement> hvm = capabilities.elements("guest").stream()
                .filter(guest -> "hvm".equals(Elements.textAt(guest, "os_type"))
                        && "64".equals(Elements.textAt(guest, "arch/wordsize")))
                .findFirst();
        hvm.ifPresent(guest -> capabilities.add(pvh(guest)));
    }

    private static XmlElement pvh(XmlElement hvm) {
        XmlElement guest = hvm.copy();
        guest.element("os_type").setText("xenpvh");
        XmlElement arch = guest.element("arch");
        List.copyOf(arch.elements("loader")).forEach(XmlElement::detach);
        arch.elements("machine").forEach(machine -> machine.setText(MachineKind.XENPVH.machine()));
        List.copyOf(guest.elements("features")).forEach(XmlElement::detach);
        return guest;
    }
}
