package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Xen has no place for, through a whole connection. */
class KeptDefinitionTest {
    private static final UUID WEB = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final String GUEST =
            """
            <domain type='xen'>
              <name>web</name>
              <uuid>%s</uuid>
              <title>Shop</title>
              <memory>65536</memory>
              <vcpu>2</vcpu>
              <cputune><vcpupin vcpu='1' cpuset='0'/></cputune>
              <bootloader>/usr/bin/pygrub</bootloader>
              <os><type>linux</type></os>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='file'/><source file='/srv/a.img'/><target dev='xvda' bus='xen'/>
                  <iotune><total_iops_sec>100</total_iops_sec></iotune>
                </disk>
              </devices>
            </domain>
            """
                    .formatted(WEB);

    private final XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4);
    private final CallContext call = CallContext.create();
    private DriverConnection connection;
    private DomainFacet domains;
    private DomainRef web;

    @BeforeEach
    void define() {
        connection = host.open();
        domains = connection.facet(DomainFacet.class).orElseThrow();
        web = domains.defineXml(call, guest(), 0);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private String guest() {
        return GUEST.replace("/srv/a.img", host.path("disk.img").toString());
    }

    private XmlElement stored() {
        return XmlDocument.parse(domains.xml(call, web, DomainFlags.XML_INACTIVE))
                .root();
    }

    @Test
    void isThereForTheNextConnection() {
        connection.close();
        connection = host.open();
        domains = connection.facet(DomainFacet.class).orElseThrow();

        assertThat(stored().element("title").text()).isEqualTo("Shop");
        XmlElement disk = stored().element("devices").element("disk");
        assertThat(disk.element("iotune").element("total_iops_sec").text()).isEqualTo("100");
    }

    @Test
    void followsARename() {
        web = domains.rename(call, web, "shop");
        assertThat(stored().element("name").text()).isEqualTo("shop");
        assertThat(stored().element("title").text()).isEqualTo("Shop");
    }

    @Test
    void staysWhenSomethingElseIsChanged() {
        domains.setMaxMemory(call, web, 131_072);
        assertThat(stored().element("memory").text()).isEqualTo("131072");
        assertThat(stored().element("title").text()).isEqualTo("Shop");
    }

    @Test
    void goesWithTheDefinition() {
        domains.undefine(call, web, 0);
        assertThat(host.path("lib/innkeeper/xen/definitions")).isEmptyDirectory();
        web = domains.defineXml(call, guest().replace("<title>Shop</title>", ""), 0);
        assertThat(stored().element("title")).isNull();
    }

    @Test
    void virtualCpusAreBoundAtTheStart() {
        VcpuFacet vcpus = connection.facet(VcpuFacet.class).orElseThrow();
        assertThat(vcpus.pinning(call, web, DomainFlags.AFFECT_CONFIG).get(1)).isEqualTo(CpuMap.of(0));

        web = domains.start(call, web, 0);

        assertThat(vcpus.pinning(call, web, DomainFlags.AFFECT_LIVE))
                .hasSize(2)
                .satisfies(bound -> assertThat(bound.get(1)).isEqualTo(CpuMap.of(0)))
                .satisfies(bound -> assertThat(bound.get(0).count()).isGreaterThan(1));
    }

    @Test
    void aRunIsCalledAsItsDefinitionWasAtTheStart() {
        web = domains.start(call, web, 0);
        domains.defineXml(call, guest().replace("Shop", "Shop of tomorrow"), 0);

        assertThat(XmlDocument.parse(domains.xml(call, web, 0))
                        .root()
                        .element("title")
                        .text())
                .isEqualTo("Shop");
        assertThat(domains.isUpdated(call, web)).isTrue();
        domains.destroy(call, web, 0);
        web = domains.start(call, web, 0);
        assertThat(domains.isUpdated(call, web)).isFalse();
        assertThat(XmlDocument.parse(domains.xml(call, web, 0))
                        .root()
                        .element("title")
                        .text())
                .isEqualTo("Shop of tomorrow");
    }

    @Test
    void listenersHearOfMetadata() throws Exception {
        BlockingQueue<ConnectionEvent> heard = new LinkedBlockingQueue<>();
        try (AutoCloseable subscription =
                connection.facet(EventFacet.class).orElseThrow().subscribe(call, heard::add)) {
            assertThat(subscription).isNotNull();
            MetadataFacet metadata = connection.facet(MetadataFacet.class).orElseThrow();
            metadata.setMetadata(call, web, 1, "Shop of today", null, null, DomainFlags.AFFECT_CONFIG);
            Awaitility.await().untilAsserted(() -> assertThat(heard).anySatisfy(event -> assertThat(event)
                    .isEqualTo(new DomainOther(web, DomainOther.METADATA_CHANGE, Map.of("type", 1)))));
        }
        assertThat(stored().element("title").text()).isEqualTo("Shop of today");
    }
}
