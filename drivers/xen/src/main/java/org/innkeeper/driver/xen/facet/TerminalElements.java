package org.innkeeper.driver.xen.facet;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.part.Terminal;

/** Puts into a live definition where the domain's screen and text console are now. */
final class TerminalElements {
    private TerminalElements() {}

    static void complete(XmlElement definition, Terminal terminal) {
        if (terminal.vncPort() != null) {
            Elements.devices(definition, "graphics").stream()
                    .filter(screen -> "vnc".equals(screen.attribute("type")))
                    .findFirst()
                    .ifPresent(screen -> setPort(screen, terminal));
        }
        if (terminal.tty() != null) {
            Elements.devices(definition, "console").stream()
                    .findFirst()
                    .ifPresent(console -> setTerminal(console, terminal.tty()));
        }
    }

    private static void setPort(XmlElement screen, Terminal terminal) {
        screen.setAttribute("port", terminal.vncPort().toString());
        if (terminal.vncListen() != null && screen.attribute("listen") == null) {
            screen.setAttribute("listen", terminal.vncListen());
        }
    }

    private static void setTerminal(XmlElement console, String tty) {
        console.setAttribute("tty", tty);
        XmlElement source = console.element("source");
        if (source == null) {
            source = new XmlElement("source");
            console.insertBefore(source, console.element("target"));
        }
        source.setAttribute("path", tty);
    }
}
