package org.innkeeper.driver.xen.facet;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.part.TextConsole;

/** Which of a guest's consoles is meant by the name of a device. */
final class ConsoleChoice {
    private static final String FIRST_CONSOLE = "console0";
    private static final String FIRST_PORT = "serial0";

    private final List<TextConsole> consoles;
    private final boolean hvm;

    /** @param hvm whether the guest is fully virtualized: its console is its first serial port where it has one */
    ConsoleChoice(List<TextConsole> consoles, boolean hvm) {
        this.consoles = consoles;
        this.hvm = hvm;
    }

    /** The one that is opened without a name. */
    Optional<TextConsole> first() {
        Optional<TextConsole> port = hvm ? named(FIRST_PORT) : Optional.empty();
        return port.or(() -> named(FIRST_CONSOLE)).or(() -> consoles.stream().findFirst());
    }

    /** By Xen's own name or the alias in the definition. */
    Optional<TextConsole> find(String device, XmlElement definition) {
        return named(device)
                .or(() -> aliased(definition, "console", device))
                .or(() -> aliased(definition, "serial", device));
    }

    private Optional<TextConsole> named(String name) {
        return consoles.stream().filter(console -> console.name().equals(name)).findFirst();
    }

    private Optional<TextConsole> aliased(XmlElement definition, String kind, String alias) {
        List<XmlElement> devices = Elements.devices(definition, kind);
        for (int i = 0; i < devices.size(); i++) {
            if (alias.equals(Elements.attributeAt(devices.get(i), "alias", "name"))) {
                boolean port = "serial".equals(Elements.attributeAt(devices.get(i), "target", "type"));
                return named((port ? "serial" : kind) + i);
            }
        }
        return Optional.empty();
    }
}
