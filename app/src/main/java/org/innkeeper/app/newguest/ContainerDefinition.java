package org.innkeeper.app.newguest;

import java.util.Map;
import org.innkeeper.core.xml.XmlElement;

/** A container of OpenVZ, made of a template of the host. */
final class ContainerDefinition extends GuestDefinition {
    private static final String FIRST_PROCESS = "/sbin/init";

    ContainerDefinition(GuestPlan plan) {
        super(plan);
    }

    @Override
    void write(String disk) {
        domain.root().element("os").add(new XmlElement("init").setText(FIRST_PROCESS));
        XmlElement files = device("filesystem", Map.of("type", "template"));
        files.add(new XmlElement("source").setAttribute("name", plan.path()));
        files.add(new XmlElement("target").setAttribute("dir", "/"));
        network(null);
    }
}
