package org.innkeeper.installer.conformance;

import java.util.Map;
import java.util.OptionalLong;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.definition.ContainerSpec;
import org.innkeeper.driver.openvz.definition.ContainerXml;
import org.innkeeper.driver.openvz.definition.SpecReader;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/** Parameters and interfaces of a container's configuration file, and a container's document. */
final class OpenvzSuite implements FolderSuite {
    private static final String CONFIG = "openvz/ctconf.conf";
    private static final String DOCUMENT = "openvz/domain-openvz-simple.xml";

    /** What the file says: an address that is routed to the container, and an Ethernet device. */
    private static final String INTERFACES =
            """
            <devices>
              <interface type='ethernet'>
                <ip address='194.44.18.88' family='ipv4'/>
              </interface>
              <interface type='bridge'>
                <mac address='00:18:51:c1:05:ee'/>
                <target dev='veth105.10'/>
                <guest dev='eth10'/>
              </interface>
            </devices>
            """;

    @Override
    public String folder() {
        return "openvz";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure parameters = report.measure(folder(), "parameter");
        for (Map<String, String> row : corpora.table("openvz/param-cases.tsv")) {
            parameters.check(row.get("case"), () -> {
                ContainerConfig config = config(corpora, "openvz/" + row.get("conf"));
                UriSuite.requireEqual(
                        row.get("value"), config.value(row.get("param")).orElse(null));
            });
        }
        report.measure(folder(), "interfaces").check("ctconf", () -> {
            XmlElement devices = new XmlElement("devices");
            ContainerXml.networkOf(devices, config(corpora, CONFIG));
            Equality.requireSame(XmlDocument.parse(INTERFACES), XmlDocument.of(devices));
        });
        if (corpora.has(DOCUMENT)) {
            report.measure(folder(), "accept").check("domain-openvz-simple", () -> {
                ContainerSpec spec = SpecReader.read(corpora.text(DOCUMENT));
                UriSuite.requireEqual("debian", spec.template().orElseThrow());
                UriSuite.requireEqual(OptionalLong.of(278_528), spec.maximumMemory());
                UriSuite.requireEqual(OptionalLong.of(262_144), spec.memory());
                UriSuite.requireEqual(OptionalLong.of(135_168), spec.guaranteedMemory());
            });
        }
    }

    private static ContainerConfig config(Corpora corpora, String name) {
        return ContainerConfig.parse(name, corpora.text(name));
    }
}
