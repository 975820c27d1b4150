package org.innkeeper.core.xml.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** USB devices have a bus, and a port that a controller or hub has. */
final class UsbRules {
    private static final int DEEPEST = 4;

    private UsbRules() {}

    static void check(DomainDocument domain) {
        List<XmlElement> controllers = new ArrayList<>(domain.devices("controller"));
        controllers.removeIf(controller ->
                !ControllerProperties.TYPE.get(controller).orElse("").equals("usb"));
        boolean off = controllers.stream()
                .anyMatch(controller ->
                        ControllerProperties.MODEL.get(controller).orElse("").equals("none"));
        if (off) {
            if (controllers.size() > 1) {
                throw XmlErrors.unsupported(controllers.get(1), "the USB bus is disabled by the model 'none'");
            }
            refuseDevices(domain);
        }
        checkCompanions(controllers);
        checkPorts(domain, controllers);
    }

    private static void refuseDevices(DomainDocument domain) {
        for (XmlElement device : domain.devices()) {
            boolean usb =
                    switch (device.name()) {
                        case "input", "redirdev" -> "usb".equals(device.attribute("bus"));
                        case "hub" -> true;
                        case "hostdev" -> "usb".equals(device.attribute("type"));
                        case "disk" -> DiskRules.bus(device).equals("usb");
                        default ->
                            device.element("address") != null
                                    && "usb".equals(device.element("address").attribute("type"));
                    };
            if (usb) {
                throw XmlErrors.unsupported(device, "a USB device cannot be added, the USB bus is disabled");
            }
        }
    }

    /** The companions of an EHCI controller need that controller. */
    private static void checkCompanions(List<XmlElement> controllers) {
        Set<Integer> masters = new HashSet<>();
        for (XmlElement controller : controllers) {
            if (controller.element("master") == null) {
                masters.add(ControllerProperties.INDEX.get(controller).orElse(0));
            }
        }
        for (XmlElement controller : controllers) {
            int index = ControllerProperties.INDEX.get(controller).orElse(0);
            if (controller.element("master") != null && !masters.contains(index)) {
                throw XmlErrors.unacceptable(controller, "there is no master USB controller with index " + index);
            }
        }
    }

    private static void checkPorts(DomainDocument domain, List<XmlElement> controllers) {
        Set<Integer> buses = new HashSet<>(Set.of(0));
        controllers.forEach(controller ->
                buses.add(ControllerProperties.INDEX.get(controller).orElse(0)));
        Set<String> hubs = new HashSet<>();
        for (XmlElement hub : domain.devices("hub")) {
            XmlElement address = hub.element("address");
            if (address != null && address.attribute("port") != null) {
                hubs.add(AddressProperties.BUS.get(address).orElse(0) + ":" + address.attribute("port"));
            }
        }
        Set<String> taken = new HashSet<>();
        for (XmlElement device : domain.devices()) {
            XmlElement address = device.element("address");
            if (address != null && "usb".equals(address.attribute("type"))) {
                checkPort(address, buses, hubs, taken, device.name().equals("controller"));
            }
        }
    }

    private static void checkPort(
            XmlElement address, Set<Integer> buses, Set<String> hubs, Set<String> taken, boolean controller) {
        int bus = AddressProperties.BUS.get(address).orElse(0);
        if (!buses.contains(bus)) {
            throw XmlErrors.unacceptable(address, "there is no USB controller with index " + bus);
        }
        String port = address.attribute("port");
        if (port == null) {
            return;
        }
        if (!port.matches("[0-9]{1,3}(\\.[0-9]{1,3}){0," + (DEEPEST - 1) + "}")) {
            throw XmlErrors.unacceptable(address, "'" + port + "' is no path of at most " + DEEPEST + " USB ports");
        }
        int dot = port.lastIndexOf('.');
        if (dot > 0 && !hubs.contains(bus + ":" + port.substring(0, dot))) {
            throw XmlErrors.unacceptable(
                    address, "there is no hub at port " + port.substring(0, dot) + " of USB bus " + bus);
        }
        if (!controller && !taken.add(bus + ":" + port)) {
            throw XmlErrors.unacceptable(address, "port " + port + " of USB bus " + bus + " is used twice");
        }
    }
}
