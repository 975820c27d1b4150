package org.innkeeper.core.xml.domain;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** A character device says where it leads to on the host and what it is in the guest. */
final class CharacterDeviceRules {
    private CharacterDeviceRules() {}

    static void check(DomainDocument domain) {
        for (String kind : List.of("serial", "parallel", "console", "channel")) {
            for (XmlElement device : domain.devices(kind)) {
                checkSource(device, CharacterDeviceProperties.TYPE.get(device).orElse(""));
            }
        }
        for (XmlElement device : domain.devices("redirdev")) {
            checkSource(device, RedirectedDeviceProperties.TYPE.get(device).orElse(""));
        }
        for (XmlElement rng : domain.devices("rng")) {
            XmlElement backend = rng.element("backend");
            if (backend != null && "egd".equals(backend.attribute("model"))) {
                checkSource(backend, RandomProperties.BACKEND_TYPE.get(rng).orElse(""));
            }
        }
        checkChannels(domain);
    }

    private static void checkSource(XmlElement device, String type) {
        switch (type) {
            case "unix" -> {
                // A channel without a path gets one from the host.
                if (!device.name().equals("channel")) {
                    require(device, "path");
                }
            }
            case "file", "dev", "pipe" -> require(device, "path");
            case "nmdm" -> {
                require(device, "master");
                require(device, "slave");
            }
            case "tcp" -> {
                require(device, "host");
                require(device, "service");
            }
            case "udp" -> require(device, "service");
            case "spiceport" -> require(device, "channel");
            default -> checkReconnect(device);
        }
        checkReconnect(device);
    }

    private static void require(XmlElement device, String attribute) {
        for (XmlElement source : device.elements("source")) {
            if (source.attribute(attribute) != null
                    && !source.attribute(attribute).isEmpty()) {
                return;
            }
        }
        throw XmlErrors.unacceptable(device, "the <source> has no '" + attribute + "'");
    }

    private static void checkReconnect(XmlElement device) {
        for (XmlElement source : device.elements("source")) {
            XmlElement reconnect = source.element("reconnect");
            if (reconnect == null) {
                continue;
            }
            boolean enabled = "yes".equals(reconnect.attribute("enabled"));
            String timeout = reconnect.attribute("timeout");
            if (enabled && timeout == null) {
                throw XmlErrors.unacceptable(reconnect, "attribute 'timeout' is missing");
            }
            if (enabled && timeout.matches("0+")) {
                throw XmlErrors.unacceptable(reconnect, "'timeout' cannot be 0");
            }
        }
    }

    private static void checkChannels(DomainDocument domain) {
        for (XmlElement channel : domain.devices("channel")) {
            String type = CharacterDeviceProperties.TARGET_TYPE
                    .get(channel)
                    .orElseThrow(() -> XmlErrors.unacceptable(channel, "the <target> of a channel needs a 'type'"));
            if (type.equals("guestfwd")) {
                XmlElement target = channel.element("target");
                if (target.attribute("address") == null || target.attribute("port") == null) {
                    throw XmlErrors.unacceptable(channel, "a channel of type guestfwd needs 'address' and 'port'");
                }
            }
        }
    }
}
