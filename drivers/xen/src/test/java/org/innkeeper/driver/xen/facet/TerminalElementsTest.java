package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.part.Terminal;
import org.junit.jupiter.api.Test;

class TerminalElementsTest {
    private static XmlElement domain() {
        return XmlElement.parse("<domain><devices><console type='pty'><target type='xen' port='0'/></console>"
                + "<graphics type='vnc' port='-1'/></devices></domain>");
    }

    @Test
    void screenAndConsoleAreWhereTheyAre() {
        XmlElement domain = domain();

        TerminalElements.complete(domain, new Terminal("/dev/pts/3", 5901, "127.0.0.1"));

        XmlElement console = Elements.devices(domain, "console").get(0);
        assertThat(console.attribute("tty")).isEqualTo("/dev/pts/3");
        assertThat(console.element("source").attribute("path")).isEqualTo("/dev/pts/3");
        XmlElement screen = Elements.devices(domain, "graphics").get(0);
        assertThat(screen.attribute("port")).isEqualTo("5901");
        assertThat(screen.attribute("listen")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        XmlElement domain = domain();

        TerminalElements.complete(domain, Terminal.NONE);

        assertThat(domain.toText()).isEqualTo(domain().toText());
    }
}
