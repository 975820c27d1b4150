package org.innkeeper.core.xml.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Test;

class DomainDocumentTest {
    private static final String OLD =
            """
            <domain>
              <name>old</name>
              <memory>131072</memory>
              <os><type>linux</type></os>
              <clock sync="localtime"/>
              <devices>
                <interface type='bridge'><source dev='br0'/></interface>
                <interface type='network'><source name='default'/></interface>
                <console tty='/dev/pts/5'/>
              </devices>
            </domain>
            """;

    @Test
    void theDialectOf2007IsUnderstood() {
        DomainDocument domain = DomainDocument.parse(OLD);
        assertThat(domain.type()).isEqualTo("xen");
        assertThat(DomainDialect.clockOffset(domain)).isEqualTo("localtime");
        assertThat(DomainDialect.bridge(domain.devices("interface").get(0))).contains("br0");
        assertThat(DomainDialect.network(domain.devices("interface").get(1))).contains("default");
        assertThat(DomainDialect.terminal(domain.devices("console").get(0))).contains("/dev/pts/5");
        assertThat(domain.notices()).isEmpty();
    }

    @Test
    void kqemuIsPlainEmulationWithANotice() {
        DomainDocument domain = DomainDocument.read("<domain type='kqemu'><name>a</name></domain>");
        assertThat(DomainDialect.isPlainEmulation(domain)).isTrue();
        assertThat(domain.notices()).singleElement().asString().contains("kqemu");
    }

    @Test
    void anEditKeepsEverythingElse() {
        DomainDocument domain = DomainDocument.read(OLD);
        domain.set(DomainProperties.VCPUS, 4).set(OsProperties.ARCHITECTURE, "x86_64");
        domain.addDevice(new XmlElement("disk").setAttribute("type", "file"));
        assertThat(domain.toText())
                .isEqualTo(OLD.replace("  <os><type>linux", "  <vcpu>4</vcpu>\n  <os><type arch='x86_64'>linux")
                        .replace("  <interface type='bridge'", "  <disk type='file'/>\n    <interface type='bridge'"));
        domain.remove(DomainProperties.VCPUS).remove(OsProperties.ARCHITECTURE);
        domain.devices("disk").get(0).detach();
        assertThat(domain.toText()).isEqualTo(OLD);
    }

    @Test
    void devicesAreMadeWhereThereAreNone() {
        DomainDocument domain = DomainDocument.read("<domain>\n  <name>a</name>\n</domain>");
        domain.addDevice(new XmlElement("memballoon").setAttribute("model", "none"));
        assertThat(domain.toText())
                .isEqualTo("<domain>\n  <name>a</name>\n  <devices>\n    <memballoon model='none'/>\n  </devices>\n"
                        + "</domain>");
        assertThat(domain.copy().devices()).hasSize(1);
    }
}
