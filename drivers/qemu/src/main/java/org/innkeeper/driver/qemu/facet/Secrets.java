package org.innkeeper.driver.qemu.facet;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.Definition;

/** Takes passwords out of definitions. */
final class Secrets {
    private Secrets() {}

    /** The text of a definition, with its passwords only where they were asked for. */
    static String text(Definition definition, boolean withSecrets) {
        if (withSecrets || definition.devices("graphics").stream().noneMatch(g -> g.attribute("passwd") != null)) {
            return definition.text();
        }
        Definition copy = definition.copy();
        for (XmlElement graphics : copy.devices("graphics")) {
            graphics.setAttribute("passwd", null);
        }
        return copy.text();
    }
}
