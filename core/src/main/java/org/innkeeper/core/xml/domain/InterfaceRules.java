package org.innkeeper.core.xml.domain;

import java.util.Optional;
import org.innkeeper.core.xml.IpAddress;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** A network card has an address of its own, and says what it is attached to. */
final class InterfaceRules {
    private InterfaceRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement card : domain.devices("interface")) {
            checkMac(card);
            checkSource(card);
            checkModel(card);
            int queues = InterfaceProperties.QUEUES.get(card).orElse(1);
            if (queues == 0) {
                throw XmlErrors.unacceptable(card, "'queues' must be at least 1");
            }
            checkQueueSize(card, InterfaceProperties.RX_QUEUE_SIZE);
            checkQueueSize(card, InterfaceProperties.TX_QUEUE_SIZE);
        }
    }

    private static void checkQueueSize(XmlElement card, Property<Integer> size) {
        if (Integer.bitCount(size.get(card).orElse(1)) != 1) {
            throw XmlErrors.unacceptable(card, "'" + size.path().replaceFirst(".*@", "") + "' must be a power of two");
        }
    }

    private static void checkMac(XmlElement card) {
        MacAddress mac = InterfaceProperties.MAC.get(card).orElse(null);
        if (mac != null && mac.isMulticast() && !isOfManual(mac)) {
            throw XmlErrors.unacceptable(
                    card.element("mac"), "the address " + mac + " is a multicast address; a card needs a unicast one");
        }
    }

    /** The examples of 2007 use this address, although it is of no single card. */
    private static boolean isOfManual(MacAddress mac) {
        return mac.bits() == 0x112233445566L;
    }

    private static void checkSource(XmlElement card) {
        String type = InterfaceProperties.TYPE.get(card).orElse("ethernet");
        switch (type) {
            case "network" -> require(card, DomainDialect.network(card), "the name of the 'network'");
            case "bridge" -> require(card, DomainDialect.bridge(card), "the name of the 'bridge'");
            case "direct" -> require(card, InterfaceProperties.SOURCE_DEVICE.get(card), "the device 'dev'");
            case "internal" -> require(card, InterfaceProperties.SOURCE_NAME.get(card), "the 'name'");
            case "vdpa" -> require(card, InterfaceProperties.SOURCE_DEVICE.get(card), "the device 'dev'");
            case "vhostuser" -> {
                require(card, InterfaceProperties.SOURCE_PATH.get(card), "the 'path' of the socket");
                String mode = InterfaceProperties.SOURCE_MODE.get(card).orElse("");
                if (!mode.equals("server") && !mode.equals("client")) {
                    throw XmlErrors.unacceptable(card, "the 'mode' of <source> must be server or client");
                }
            }
            case "mcast" -> {
                checkSocket(card, InterfaceProperties.SOURCE_ADDRESS, InterfaceProperties.SOURCE_PORT);
                checkMulticast(card);
            }
            case "client" -> checkSocket(card, InterfaceProperties.SOURCE_ADDRESS, InterfaceProperties.SOURCE_PORT);
            case "server" -> require(card, InterfaceProperties.SOURCE_PORT.get(card), "the 'port'");
            case "udp" -> {
                checkSocket(card, InterfaceProperties.SOURCE_ADDRESS, InterfaceProperties.SOURCE_PORT);
                checkSocket(card, InterfaceProperties.LOCAL_ADDRESS, InterfaceProperties.LOCAL_PORT);
            }
            default -> {
                return;
            }
        }
    }

    private static void checkSocket(XmlElement card, Property<String> address, Property<Integer> port) {
        require(card, address.get(card), "the 'address'");
        int number = port.get(card).orElse(0);
        if (number < 1 || number > 65_535) {
            throw XmlErrors.unacceptable(card, "the 'port' in <source> is missing or no number from 1 to 65535");
        }
    }

    private static void checkMulticast(XmlElement card) {
        String address = InterfaceProperties.SOURCE_ADDRESS.get(card).orElse("");
        boolean multicast = IpAddress.parse(address).map(IpAddress::isMulticast).orElse(false);
        if (!multicast) {
            throw XmlErrors.unacceptable(
                    card.element("source"), "'" + address + "' is no multicast address (224.0.0.0 to 239.255.255.255)");
        }
    }

    private static void require(XmlElement card, Optional<?> value, String what) {
        if (value.isEmpty()) {
            String type = InterfaceProperties.TYPE.get(card).orElse("ethernet");
            throw XmlErrors.unacceptable(card, "an interface of type '" + type + "' needs " + what + " in <source>");
        }
    }

    private static void checkModel(XmlElement card) {
        String model = InterfaceProperties.MODEL.get(card).orElse("");
        if (!model.matches("[A-Za-z0-9._-]*")) {
            throw XmlErrors.unacceptable(card.element("model"), "'" + model + "' is no name of a model");
        }
        String type = InterfaceProperties.TYPE.get(card).orElse("ethernet");
        boolean tapPath = InterfaceProperties.BACKEND_TAP.get(card).isPresent();
        if (tapPath && (type.equals("vhostuser") || type.equals("user"))) {
            throw XmlErrors.unsupported(card, "a path of a tap device is not for an interface of type '" + type + "'");
        }
    }
}
