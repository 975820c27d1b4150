package org.innkeeper.driver.test.facet;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.XmlReading;

/** Where pools could be found if this host had disks and neighbours. */
final class PoolSources {
    private static final String LOGICAL =
            """
        <sources>
          <source>
            <device path='/dev/sda20'/>
            <name>testvg1</name>
            <format type='lvm2'/>
          </source>
          <source>
            <device path='/dev/sda21'/>
            <name>testvg2</name>
            <format type='lvm2'/>
          </source>
        </sources>
        """;

    private PoolSources() {}

    static String find(String type, String sourceXml) {
        return switch (type) {
            case "logical" -> LOGICAL;
            case "netfs" -> shares(sourceXml);
            default ->
                throw HostErrors.of(
                        ErrorCode.NO_SUPPORT,
                        "Test hosts cannot look for pools of the type '" + type + "'",
                        "Ask for logical or netfs");
        };
    }

    private static String shares(String sourceXml) {
        if (sourceXml == null) {
            throw HostErrors.argument("Network shares are looked for on a host, which must be named");
        }
        XmlElement source = XmlElement.parse(sourceXml);
        String name = XmlReading.attribute(source, "host", "name");
        if (name == null) {
            throw XmlErrors.unacceptable(source, "has no <host name=>");
        }
        XmlElement sources = new XmlElement("sources");
        for (int i = 1; i <= 4; i++) {
            XmlElement found = new XmlElement("source");
            found.add(new XmlElement("host").setAttribute("name", name));
            found.add(new XmlElement("dir").setAttribute("path", "/testshare" + i));
            found.add(new XmlElement("format").setAttribute("type", i == 4 ? "cifs" : "nfs"));
            sources.add(found);
        }
        return sources.toText() + "\n";
    }
}
