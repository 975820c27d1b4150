package org.innkeeper.driver.xen.definition;

import java.util.List;
import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;

/** Arguments for the program that emulates the devices, in libvirt's elements for Xen alone. */
public final class EmulatorArguments {
    private static final String NAMESPACE = "http://libvirt.org/schemas/domain/xen/1.0";
    private static final String PREFIX = "xen:";

    private EmulatorArguments() {}

    /** The arguments of a definition, in order. */
    public static List<String> of(XmlElement domain) {
        return domain.elements().stream()
                .filter(element -> is(element, "commandline"))
                .flatMap(commandLine -> commandLine.elements().stream())
                .filter(element -> is(element, "arg"))
                .map(argument -> argument.attribute("value"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean is(XmlElement element, String name) {
        return element.localName().equals(name) && NAMESPACE.equals(element.namespace());
    }

    static void add(XmlElement domain, List<String> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        domain.setAttribute("xmlns:xen", NAMESPACE);
        XmlElement commandLine = new XmlElement(PREFIX + "commandline");
        arguments.forEach(argument -> commandLine.add(Elements.of(PREFIX + "arg", "value", argument)));
        domain.add(commandLine);
    }
}
