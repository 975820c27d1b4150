package org.innkeeper.core.xml.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The displays of a guest: one of each kind, at ports that exist, and one that draws with OpenGL. */
final class GraphicsRules {
    private GraphicsRules() {}

    static void check(DomainDocument domain) {
        Map<String, XmlElement> kinds = new HashMap<>();
        XmlElement accelerated = null;
        for (XmlElement graphics : domain.devices("graphics")) {
            String type = GraphicsProperties.TYPE
                    .get(graphics)
                    .orElseThrow(() -> XmlErrors.unacceptable(graphics, "attribute 'type' is missing"));
            if (kinds.put(type, graphics) != null && DomainDialect.isQemu(domain)) {
                throw XmlErrors.unsupported(graphics, "a domain has one display of type '" + type + "' at most");
            }
            boolean draws = type.equals("egl-headless")
                    || type.equals("spice")
                            && GraphicsProperties.GL.get(graphics).orElse(false);
            if (draws && accelerated != null) {
                throw XmlErrors.unsupported(graphics, "only one display can draw with OpenGL");
            }
            accelerated = draws ? graphics : accelerated;
            checkPorts(graphics);
            checkListeners(graphics, type);
            checkPassword(graphics);
        }
    }

    private static void checkPorts(XmlElement graphics) {
        for (Property<Integer> property :
                List.of(GraphicsProperties.PORT, GraphicsProperties.TLS_PORT, GraphicsProperties.WEB_SOCKET)) {
            int port = property.get(graphics).orElse(-1);
            if (port < -1 || port > 65_535) {
                throw XmlErrors.unacceptable(
                        graphics, "'" + property.path().substring(1) + "' must be from -1 to 65535");
            }
        }
    }

    private static void checkListeners(XmlElement graphics, String type) {
        List<XmlElement> listeners = graphics.elements("listen");
        if (!listeners.isEmpty()) {
            Optional<String> first = ListenProperties.ADDRESS.get(listeners.get(0));
            Optional<String> listen = GraphicsProperties.LISTEN.get(graphics);
            if (first.isPresent() && listen.isPresent() && !first.equals(listen)) {
                throw XmlErrors.unacceptable(
                        graphics, "'listen' must be the address of the first <listen>, which is " + first.get());
            }
        }
        if (!listeners.isEmpty()) {
            Optional<String> first = ListenProperties.SOCKET.get(listeners.get(0));
            Optional<String> socket = GraphicsProperties.SOCKET.get(graphics);
            if (first.isPresent() && socket.isPresent() && !first.equals(socket)) {
                throw XmlErrors.unacceptable(
                        graphics, "'socket' must be the socket of the first <listen>, which is " + first.get());
            }
        }
        for (XmlElement listener : listeners) {
            String kind = ListenProperties.TYPE
                    .get(listener)
                    .orElseThrow(() -> XmlErrors.unacceptable(listener, "attribute 'type' is missing"));
            if (kind.equals("network") && ListenProperties.NETWORK.get(listener).isEmpty()) {
                throw XmlErrors.unacceptable(listener, "the 'network' is missing");
            }
            boolean socket = kind.equals("socket") || kind.equals("none");
            if (socket && !type.equals("vnc") && !type.equals("spice")) {
                throw XmlErrors.unacceptable(listener, "'" + kind + "' is not for a display of type '" + type + "'");
            }
            if (kind.equals("address") && ListenProperties.SOCKET.get(listener).isPresent()) {
                throw XmlErrors.unacceptable(listener, "a 'socket' is not for a listener of type 'address'");
            }
        }
    }

    private static void checkPassword(XmlElement graphics) {
        String validTo = GraphicsProperties.PASSWORD_VALID_TO.get(graphics).orElse(null);
        if (validTo != null && !validTo.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")) {
            throw XmlErrors.unacceptable(graphics, "'" + validTo + "' is no time of the form 2026-01-31T12:00:00");
        }
        for (XmlElement channel : graphics.elements("channel")) {
            if (channel.attribute("name") == null || channel.attribute("mode") == null) {
                throw XmlErrors.unacceptable(channel, "a channel needs 'name' and 'mode'");
            }
        }
    }
}
