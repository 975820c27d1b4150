package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.TextConsole;
import org.junit.jupiter.api.Test;

class ConsoleChoiceTest {
    private static final TextConsole XEN = new TextConsole("console0", "/dev/pts/1");
    private static final TextConsole SECOND = new TextConsole("console1", "/dev/pts/2");
    private static final TextConsole PORT = new TextConsole("serial0", "/dev/pts/3");
    private static final XmlElement DEFINITION = XmlElement.parse(
            """
            <domain><devices>
              <serial type='pty'><target port='0'/><alias name='ua-port'/></serial>
              <console type='pty'><target type='serial' port='0'/><alias name='ua-first'/></console>
              <console type='pty'><target type='xen' port='1'/><alias name='ua-second'/></console>
              <console type='pty'/>
            </devices></domain>""");

    @Test
    void theFirstOneIsWhereTheGuestTalks() {
        assertThat(new ConsoleChoice(List.of(XEN, PORT), false).first()).contains(XEN);
        assertThat(new ConsoleChoice(List.of(XEN, PORT), true).first()).contains(PORT);
        assertThat(new ConsoleChoice(List.of(XEN), true).first()).contains(XEN);
        assertThat(new ConsoleChoice(List.of(SECOND), false).first()).contains(SECOND);
        assertThat(new ConsoleChoice(List.of(), true).first()).isEmpty();
    }

    @Test
    void othersGoByNameOrAlias() {
        ConsoleChoice choice = new ConsoleChoice(List.of(XEN, SECOND, PORT), true);
        assertThat(choice.find("console0", DEFINITION)).contains(XEN);
        assertThat(choice.find("serial0", DEFINITION)).contains(PORT);
        assertThat(choice.find("ua-port", DEFINITION)).contains(PORT);
        assertThat(choice.find("ua-first", DEFINITION)).contains(PORT);
        assertThat(choice.find("ua-second", DEFINITION)).contains(SECOND);
        assertThat(choice.find("serial1", DEFINITION)).isEmpty();
        assertThat(choice.find("ua-none", DEFINITION)).isEmpty();
    }
}
