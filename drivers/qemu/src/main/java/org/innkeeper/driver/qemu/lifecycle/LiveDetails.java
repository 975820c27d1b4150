package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.command.DeviceAlias;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Writes into a live definition what only the run knows: id, aliases, terminals, where the screen is. */
final class LiveDetails {
    private static final List<String> CHARACTER_DEVICES = List.of("serial", "parallel", "console", "channel");

    private LiveDetails() {}

    static void fill(
            CallContext context,
            Definition live,
            int id,
            List<DeviceAlias> aliases,
            GuestPaths paths,
            QmpClient monitor) {
        live.root().setAttribute("id", Integer.toString(id));
        aliases.forEach(alias -> setAlias(live, alias));
        setTerminals(live, monitor.execute(context, "query-chardev"));
        if (!live.devices("graphics").isEmpty()) {
            setScreen(context, live, paths, monitor);
        }
    }

    private static void setAlias(Definition live, DeviceAlias alias) {
        List<XmlElement> devices = live.devices(alias.kind());
        if (alias.index() < devices.size()) {
            XmlElement device = devices.get(alias.index());
            child(device, "alias").setAttribute("name", alias.alias());
        }
    }

    private static void setTerminals(Definition live, JsonNode chardevs) {
        Map<String, String> files = StreamSupport.stream(chardevs.spliterator(), false)
                .collect(Collectors.toMap(
                        c -> c.path("label").asText(), c -> c.path("filename").asText(), (first, second) -> first));
        for (String kind : CHARACTER_DEVICES) {
            for (XmlElement device : live.devices(kind)) {
                String file = files.getOrDefault("char" + aliasOf(device).orElse(""), "");
                if (file.startsWith("pty:")) {
                    String path = file.substring("pty:".length());
                    child(device, "source").setAttribute("path", path);
                    device.setAttribute("tty", kind.equals("console") ? path : null);
                }
            }
        }
        shareFirstSerial(live);
    }

    /** The first console of a machine with a serial port is that port, as definitions have it by tradition. */
    private static void shareFirstSerial(Definition live) {
        List<XmlElement> serials = live.devices("serial");
        List<XmlElement> consoles = live.devices("console");
        if (serials.isEmpty() || consoles.isEmpty() || aliasOf(consoles.get(0)).isPresent()) {
            return;
        }
        XmlElement source = serials.get(0).element("source");
        String path = source == null ? null : source.attribute("path");
        if (path != null && "pty".equals(serials.get(0).attribute("type"))) {
            XmlElement console = consoles.get(0);
            console.setAttribute("tty", path);
            child(console, "source").setAttribute("path", path);
            child(console, "alias").setAttribute("name", aliasOf(serials.get(0)).orElse("serial0"));
        }
    }

    private static void setScreen(CallContext context, Definition live, GuestPaths paths, QmpClient monitor) {
        JsonNode vnc = monitor.execute(context, "query-vnc");
        boolean local = "unix".equals(vnc.path("family").asText());
        for (XmlElement graphics : live.devices("graphics")) {
            if (!"vnc".equals(graphics.attribute("type"))
                    || !vnc.path("enabled").asBoolean()) {
                continue;
            }
            if (local) {
                String socket = vnc.path("service").asText(paths.vncSocket().toString());
                graphics.setAttribute("socket", socket);
                graphics.setAttribute("port", null);
                graphics.setAttribute("autoport", null);
                graphics.elements("listen").forEach(XmlElement::detach);
                graphics.insert(
                        new XmlElement("listen").setAttribute("type", "socket").setAttribute("socket", socket));
            } else {
                graphics.setAttribute("port", vnc.path("service").asText());
            }
        }
    }

    /** The alias of a device of a live definition. */
    static Optional<String> aliasOf(XmlElement device) {
        return Optional.ofNullable(device.element("alias")).map(alias -> alias.attribute("name"));
    }

    /** The first child of that name, made where it is missing. */
    static XmlElement child(XmlElement parent, String name) {
        XmlElement present = parent.element(name);
        if (present == null) {
            present = new XmlElement(name);
            parent.insert(present);
        }
        return present;
    }
}
