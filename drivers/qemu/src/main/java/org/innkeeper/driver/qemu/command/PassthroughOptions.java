package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Arguments and variables that a definition passes to the emulator as they are. */
final class PassthroughOptions implements CommandSection {
    private static final String NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

    @Override
    public void write(GuestContext guest) {
        for (XmlElement block : guest.root().elements()) {
            if (!NAMESPACE.equals(block.namespace())) {
                continue;
            }
            if (!block.localName().equals("commandline")) {
                throw Unsupported.because(
                        block,
                        "the extension '" + block.localName() + "' is not supported",
                        "Remove it, or say the same in qemu:commandline.");
            }
            for (XmlElement entry : block.elements()) {
                switch (entry.localName()) {
                    case "arg" -> guest.option(Nodes.text(entry, "@value", ""));
                    case "env" ->
                        guest.environment().put(Nodes.text(entry, "@name", ""), Nodes.text(entry, "@value", ""));
                    default -> throw Unsupported.value(entry, "element", entry.name(), "arg, env");
                }
            }
        }
    }
}
