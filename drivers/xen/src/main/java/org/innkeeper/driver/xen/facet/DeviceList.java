package org.innkeeper.driver.xen.facet;

import java.util.Locale;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The devices of a definition: one is the same as another when it has the same place in the guest. */
final class DeviceList {
    private final XmlElement domain;
    private final String name;

    DeviceList(XmlElement domain) {
        this.domain = domain;
        name = Elements.textAt(domain, "name");
    }

    /** What shows which device of its kind it is; null where nothing does. */
    private static String place(XmlElement device) {
        String place =
                switch (device.name()) {
                    case "disk" -> Elements.attributeAt(device, "target", "dev");
                    case "interface" -> Elements.attributeAt(device, "mac", "address");
                    case "hostdev" -> pciAddress(device);
                    case "graphics", "input", "sound" -> device.attribute("type");
                    default ->
                        throw Definitions.problem(
                                ErrorCode.CONFIG_UNSUPPORTED,
                                "<" + device.name() + "> is no device that can be added to a Xen domain");
                };
        return place == null ? null : place.toLowerCase(Locale.ROOT);
    }

    private static String pciAddress(XmlElement device) {
        XmlElement address = Elements.find(device, "source/address");
        return address == null ? null : address.attributes().toString();
    }

    Optional<XmlElement> find(XmlElement device) {
        String place = place(device);
        return Elements.devices(domain, device.name()).stream()
                .filter(other -> place != null && place.equals(place(other)))
                .findFirst();
    }

    void checkFree(XmlElement device) {
        if (find(device).isPresent()) {
            throw Definitions.problem(
                    ErrorCode.OPERATION_INVALID, "Domain '" + name + "' has a device " + place(device) + " already");
        }
    }

    void add(XmlElement device) {
        checkFree(device);
        XmlElement devices = domain.element("devices");
        if (devices == null) {
            devices = new XmlElement("devices");
            domain.add(devices);
        }
        devices.add(device.copy());
    }

    XmlElement get(XmlElement device) {
        return find(device).orElseThrow(() -> missing(device));
    }

    private InnkeeperException missing(XmlElement device) {
        return Definitions.problem(
                ErrorCode.DEVICE_MISSING, "Domain '" + name + "' has no " + device.name() + " " + place(device));
    }

    void remove(XmlElement device) {
        get(device).detach();
    }

    void replace(XmlElement device) {
        XmlElement old = get(device);
        XmlElement parent = old.parent();
        parent.insertBefore(device.copy(), old);
        parent.remove(old);
    }
}
