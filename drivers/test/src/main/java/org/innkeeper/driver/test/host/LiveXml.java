package org.innkeeper.driver.test.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** Adds to a definition what only a run knows: its id, names of interfaces, ports, terminals, aliases. */
final class LiveXml {
    private static final int FIRST_DISPLAY = 5_900;

    private LiveXml() {}

    static String of(DomainRun run) {
        XmlDocument document = XmlDocument.parse(run.definition().xml());
        XmlElement root = document.root();
        root.setAttribute("id", Integer.toString(run.id()));
        XmlElement devices = root.element("devices");
        if (devices != null) {
            Map<String, Integer> counts = new HashMap<>();
            for (XmlElement device : devices.elements()) {
                int index = counts.merge(device.name(), 1, Integer::sum) - 1;
                decorate(device, index, run);
            }
        }
        return document.toText();
    }

    private static void decorate(XmlElement device, int index, DomainRun run) {
        switch (device.name()) {
            case "disk" -> alias(device, "disk-" + XmlReading.attribute(device, "target", "dev"));
            case "interface" -> {
                child(device, "target").setAttribute("dev", run.nicNames().get(index));
                alias(device, "net" + index);
            }
            case "graphics" -> graphics(device, run.id() + index);
            case "serial", "console", "parallel" -> {
                if ("pty".equals(device.attribute("type"))) {
                    String tty = "/dev/pts/" + run.id();
                    device.setAttribute("tty", device.name().equals("console") ? tty : null);
                    child(device, "source").setAttribute("path", tty);
                }
                alias(device, device.name() + index);
            }
            case "emulator" -> {}
            default -> alias(device, device.name() + index);
        }
    }

    private static void graphics(XmlElement graphics, int display) {
        String port = graphics.attribute("port");
        boolean network = List.of("vnc", "spice").contains(String.valueOf(graphics.attribute("type")));
        if (network && (port == null || port.equals("-1"))) {
            graphics.setAttribute("port", Integer.toString(FIRST_DISPLAY + display));
        }
    }

    private static void alias(XmlElement device, String name) {
        if (device.element("alias") == null) {
            device.insert(new XmlElement("alias").setAttribute("name", name));
        }
    }

    private static XmlElement child(XmlElement parent, String name) {
        XmlElement child = parent.element(name);
        if (child == null) {
            child = new XmlElement(name);
            parent.insert(child);
        }
        return child;
    }
}
