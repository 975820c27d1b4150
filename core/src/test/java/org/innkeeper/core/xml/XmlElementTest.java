package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

class XmlElementTest {
    private final XmlDocument document = XmlDocument.parse(
            """
            <domain type='kvm'>
               <name>vm</name>
               <!-- sizes -->
               <memory>1024</memory>
               <os/>
               <devices>
                  <disk type='file'/>
                  <unknown/>
                  <graphics type='vnc'/>
               </devices>
            </domain>
            """);

    @Test
    void insertsInSchemaOrderWithTheNeighboursIndent() {
        document.root().insert(new XmlElement("vcpu").setText("2"));
        document.root().element("devices").insert(new XmlElement("interface").setAttribute("type", "user"));
        document.root().element("os").insert(new XmlElement("type").setText("hvm"));
        assertThat(document.toText())
                .isEqualTo(
                        """
                        <domain type='kvm'>
                           <name>vm</name>
                           <!-- sizes -->
                           <memory>1024</memory>
                           <vcpu>2</vcpu>
                           <os>
                              <type>hvm</type>
                           </os>
                           <devices>
                              <disk type='file'/>
                              <interface type='user'/>
                              <unknown/>
                              <graphics type='vnc'/>
                           </devices>
                        </domain>
                        """);
    }

    @Test
    void removingTakesTheLineAway() {
        String before = document.toText();
        XmlElement disk = document.root().element("devices").element("disk");
        XmlElement copy = disk.copy();
        disk.detach();
        assertThat(document.toText()).doesNotContain("disk").contains("<devices>\n      <unknown/>");
        document.root().element("devices").insert(copy);
        assertThat(document.toText()).isEqualTo(before);
    }

    @Test
    void theLastChildLeavesAnEmptyElement() {
        XmlElement devices = document.root().element("devices");
        devices.elements().forEach(devices::remove);
        assertThat(devices.toText()).isEqualTo("<devices/>");
    }

    @Test
    void aSubtreeGetsTheIndentOfItsPlace() {
        XmlElement disk = XmlElement.parse("<disk type='block'><source dev='/dev/sdb'/><target dev='vdb'/></disk>");
        document.root().element("devices").insert(disk);
        assertThat(document.toText())
                .contains("      <disk type='file'/>\n      <disk type='block'>\n        <source dev='/dev/sdb'/>\n"
                        + "        <target dev='vdb'/>\n      </disk>\n      <unknown/>");
    }

    @Test
    void textAndAttributesAreEscaped() {
        XmlElement name = document.root().element("name");
        name.setText("a<b>&\"'");
        name.setAttribute("note", "it's <\n>");
        assertThat(name.toText()).isEqualTo("<name note='it&apos;s &lt;&#10;&gt;'>a&lt;b&gt;&amp;\"'</name>");
        XmlElement again = XmlDocument.parse(document.toText()).root().element("name");
        assertThat(again.text()).isEqualTo("a<b>&\"'");
        assertThat(again.attribute("note")).isEqualTo("it's <\n>");
    }

    @Test
    void textKeepsCommentsAndElementsBesideIt() {
        XmlElement element = XmlElement.parse("<a>one<!-- c --><b/>two</a>");
        element.setText("three");
        assertThat(element.toText()).isEqualTo("<a>three<!-- c --><b/></a>");
    }

    @Test
    void refusesWhatNoDocumentCanHold() {
        XmlElement root = document.root();
        assertThatThrownBy(() -> root.setAttribute("a", "\u0000")).isInstanceOf(InnkeeperException.class);
        assertThatThrownBy(() -> new XmlElement("1a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> root.element("devices").element("disk").add(root))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
