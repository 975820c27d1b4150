package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.process.ProcessIdentity;

/** The XML of a {@link RuntimeRecord}. */
final class RuntimeFormat {
    static final String ROOT = "activeGuest";
    private static final String VERSION = "1";

    private RuntimeFormat() {}

    static XmlDocument write(RuntimeRecord state) {
        XmlElement root = new XmlElement(ROOT)
                .setAttribute("version", VERSION)
                .setAttribute("uuid", state.uuid().toString())
                .setAttribute("id", Integer.toString(state.id()))
                .setAttribute("accelerator", state.accelerator());
        root.add(new XmlElement("process")
                .setAttribute("pid", Long.toString(state.process().pid()))
                .setAttribute("started", state.process().startMark()));
        root.add(new XmlElement("status")
                .setAttribute("state", Integer.toString(state.status().state().number()))
                .setAttribute("reason", Integer.toString(state.status().reason()))
                .setAttribute("rebooting", state.rebooting() ? "yes" : null));
        GuestPaths paths = state.paths();
        root.add(new XmlElement("files")
                .setAttribute("directory", paths.runtimeDir().toString())
                .setAttribute("monitor", paths.monitorSocket().toString())
                .setAttribute("vnc", paths.vncSocket().toString())
                .setAttribute("pid", paths.pidFile().toString())
                .setAttribute("log", paths.logFile().toString())
                .setAttribute("logStart", Long.toString(state.logStart())));
        XmlElement taps = new XmlElement("taps");
        state.taps().forEach(name -> taps.add(new XmlElement("tap").setAttribute("name", name)));
        root.add(taps);
        XmlElement command = new XmlElement("command");
        state.command().forEach(argument -> command.add(new XmlElement("argument").setText(argument)));
        root.add(command);
        root.add(state.definition().root().copy());
        return XmlDocument.of(root);
    }

    static RuntimeRecord read(XmlDocument document) throws IOException {
        StateNames.requireRoot(document, ROOT);
        XmlElement root = document.root();
        if (!VERSION.equals(root.attribute("version"))) {
            throw new IOException("it has version " + root.attribute("version") + " instead of " + VERSION);
        }
        try {
            XmlElement process = child(root, "process");
            XmlElement status = child(root, "status");
            XmlElement files = child(root, "files");
            return new RuntimeRecord(
                    UUID.fromString(attribute(root, "uuid")),
                    Integer.parseInt(attribute(root, "id")),
                    new ProcessIdentity(Long.parseLong(attribute(process, "pid")), attribute(process, "started")),
                    new GuestPaths(
                            Path.of(attribute(files, "monitor")),
                            Path.of(attribute(files, "vnc")),
                            Path.of(attribute(files, "log")),
                            Path.of(attribute(files, "pid")),
                            Path.of(attribute(files, "directory"))),
                    Long.parseLong(attribute(files, "logStart")),
                    attribute(root, "accelerator"),
                    new DomainStatus(
                            DomainState.ofNumber(Integer.parseInt(attribute(status, "state"))),
                            Integer.parseInt(attribute(status, "reason"))),
                    "yes".equals(status.attribute("rebooting")),
                    child(root, "taps").elements("tap").stream()
                            .map(tap -> tap.attribute("name"))
                            .toList(),
                    arguments(root),
                    XmlDocument.of(child(root, "domain").copy()));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException("a value in it is wrong: " + e.getMessage(), e);
        }
    }

    private static List<String> arguments(XmlElement root) throws IOException {
        return child(root, "command").elements("argument").stream()
                .map(XmlElement::text)
                .toList();
    }

    private static XmlElement child(XmlElement parent, String name) throws IOException {
        XmlElement element = parent.element(name);
        if (element == null) {
            throw new IOException("<" + name + "> is missing in it");
        }
        return element;
    }

    private static String attribute(XmlElement element, String name) throws IOException {
        String value = element.attribute(name);
        if (value == null) {
            throw new IOException("the attribute " + name + " is missing in <" + element.name() + ">");
        }
        return value;
    }
}
