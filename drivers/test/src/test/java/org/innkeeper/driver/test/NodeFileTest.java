package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeFileTest {
    private final CallContext context = CallContext.create();
    private final Hosts hosts = new Hosts();

    @TempDir
    private Path folder;

    private static <F extends Facet> F facet(DriverConnection connection, Class<F> kind) {
        return connection.facet(kind).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"libvirt-9.0.0/testnode.xml", "libvirt-9.0.0/testnodeinline.xml", "libvirt-2007/testnode.xml"})
    void machineIsAsDescribed(String file) {
        try (DriverConnection connection = hosts.open(TestFiles.uri(file))) {
            assertThat(facet(connection, NodeFacet.class).info(context))
                    .isEqualTo(new NodeInfo("i986", 8_192_000, 50, 6_000, 4, 4, 4, 2));
            assertThat(connection.features()).doesNotContain(Feature.NODE_FREE_CELLS);
        }
    }

    @Test
    void domainsRunInTheOrderOfTheFile() {
        try (DriverConnection connection = hosts.open(TestFiles.uri("libvirt-9.0.0/testnode.xml"))) {
            DomainFacet domains = facet(connection, DomainFacet.class);

            assertThat(domains.list(context, 0))
                    .containsExactly(
                            new DomainRef("fv0", UUID.fromString("4dea22b3-1d52-d8f3-2516-782e98ab3fa0"), 1),
                            new DomainRef("fc4", UUID.fromString("ef861801-45b9-11cb-88e3-afbfe5370493"), 2),
                            new DomainRef("fc5", UUID.fromString("08721f99-3d1d-4aec-96eb-97803297bb36"), 3));
            assertThat(domains.info(context, domains.lookupByName(context, "fc4")))
                    .satisfies(info -> {
                        assertThat(info.maxMemory()).isEqualTo(261_072);
                        assertThat(info.memory()).isEqualTo(131_072);
                        assertThat(info.vcpus()).isEqualTo(1);
                        assertThat(info.state()).isEqualTo(DomainState.RUNNING);
                    });
        }
    }

    @Test
    void warningsAreThoseLibvirtPrints() {
        try (DriverConnection connection = hosts.open(TestFiles.uri("libvirt-9.0.0/testnode.xml"))) {
            DomainFacet domains = facet(connection, DomainFacet.class);
            DomainRef fc5 = domains.lookupByName(context, "fc5");

            assertThat(domains.messages(context, fc5, 0))
                    .containsExactly(
                            "tainted: running with undesirable elevated privileges",
                            "tainted: network configuration using opaque shell scripts",
                            "tainted: use of host cdrom passthrough",
                            "tainted: custom device tree blob used",
                            "tainted: use of deprecated configuration settings",
                            "deprecated configuration: CPU model Deprecated-Test");
            assertThat(domains.messages(context, fc5, 1)).hasSize(1);
            assertThat(domains.securityLabels(context, fc5).get(0).label()).isEqualTo("libvirt-test");
            assertThat(domains.osType(context, fc5)).isEqualTo("linux");
        }
    }

    @Test
    void networksPoolsAndDevicesAreThere() {
        try (DriverConnection connection = hosts.open(TestFiles.uri("libvirt-9.0.0/testnode.xml"))) {
            NetworkFacet networks = facet(connection, NetworkFacet.class);
            assertThat(networks.list(context, 0)).extracting(NetworkRef::name).containsExactly("private", "default");
            assertThat(networks.isActive(context, networks.lookupByName(context, "private")))
                    .isTrue();
            assertThat(networks.bridgeName(context, networks.lookupByName(context, "default")))
                    .isEqualTo("brdefault");
            StorageFacet storage = facet(connection, StorageFacet.class);
            StoragePoolRef pool = storage.lookupPoolByName(context, "default-pool");
            assertThat(storage.poolInfo(context, pool).capacity()).isEqualTo(107_374_182_400L);
            assertThat(storage.volumeInfo(context, storage.lookupVolumeByName(context, pool, "default-vol")))
                    .isEqualTo(new VolumeInfo(VolumeInfo.FILE, 1_000_000, 50_000));
            assertThat(facet(connection, NodeDeviceFacet.class).lookup(context, "File_test_device"))
                    .isNotNull();
        }
    }

    @Test
    void eachConnectionHasAHostOfItsOwn() {
        String uri = TestFiles.uri("libvirt-2007/testnode.xml");
        try (DriverConnection one = hosts.open(uri);
                DriverConnection two = hosts.open(uri)) {
            DomainRef domain = facet(one, DomainFacet.class).lookupByName(context, "fc4");
            facet(one, DomainFacet.class).destroy(context, domain, 0);

            assertThat(facet(two, DomainFacet.class)
                            .lookupByName(context, "fc4")
                            .active())
                    .isTrue();
        }
    }

    private String file(String content) throws IOException {
        Path file = folder.resolve("host.xml");
        Files.writeString(file, content);
        return "test://" + file;
    }

    private static String domain(String name, String more) {
        return "<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>" + name
                + "</name><memory>1024</memory><os><type>hvm</type></os>" + more + "</domain>";
    }

    @Test
    void statesAreAsTheFileSays() throws IOException {
        String uri = file("<node>" + domain("on", "") + domain("off", "<test:runstate>5</test:runstate>")
                + domain("paused", "<test:runstate>3</test:runstate>")
                + domain("crashed", "<test:runstate>6</test:runstate>")
                + domain("asleep", "<test:runstate>7</test:runstate>")
                + domain("passing", "<test:transient/>")
                + domain("saved", "<test:runstate>5</test:runstate><test:hasmanagedsave/>") + "</node>");
        try (DriverConnection connection = hosts.open(uri)) {
            DomainFacet domains = facet(connection, DomainFacet.class);

            assertThat(domains.list(context, 0))
                    .extracting(domain -> domains.status(context, domain).state())
                    .containsExactly(
                            DomainState.RUNNING,
                            DomainState.SHUT_OFF,
                            DomainState.PAUSED,
                            DomainState.CRASHED,
                            DomainState.PM_SUSPENDED,
                            DomainState.RUNNING,
                            DomainState.SHUT_OFF);
            assertThat(domains.isPersistent(context, domains.lookupByName(context, "passing")))
                    .isFalse();
            assertThat(facet(connection, SaveFacet.class)
                            .hasManagedSave(context, domains.lookupByName(context, "saved")))
                    .isTrue();
            assertThat(domains.xml(context, domains.lookupByName(context, "saved"), 0))
                    .doesNotContain("runstate", "hasmanagedsave");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<test:transient/><test:runstate>5</test:runstate>",
                "<test:hasmanagedsave/>",
                "<test:runstate>9</test:runstate>"
            })
    void statesThatCannotBeAreRefused(String more) throws IOException {
        String uri = file("<node>" + domain("wrong", more) + "</node>");

        assertThatThrownBy(() -> hosts.open(uri))
                .isInstanceOf(InnkeeperException.class)
                .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.XML_ERROR));
    }

    @Test
    void snapshotsMayBeInFilesOfTheirOwn() throws IOException {
        Files.writeString(
                folder.resolve("snapshot.xml"),
                "<domainsnapshot><name>apart</name><state>shutoff</state><creationTime>5</creationTime></domainsnapshot>");
        String uri = file("<node>"
                + domain(
                        "on",
                        "<test:domainsnapshot file='snapshot.xml'/>"
                                + "<test:domainsnapshot><name>inside</name><state>running</state>"
                                + "<parent><name>apart</name></parent><active>1</active></test:domainsnapshot>")
                + "</node>");
        try (DriverConnection connection = hosts.open(uri)) {
            SnapshotFacet snapshots = facet(connection, SnapshotFacet.class);
            DomainRef domain = facet(connection, DomainFacet.class).lookupByName(context, "on");

            assertThat(snapshots.list(context, domain, 0)).hasSize(2);
            assertThat(snapshots.current(context, domain).orElseThrow().name()).isEqualTo("inside");
            assertThat(snapshots.parent(
                            context, snapshots.current(context, domain).orElseThrow()))
                    .hasValueSatisfying(parent -> assertThat(parent.name()).isEqualTo("apart"));
        }
    }

    @Test
    void whatIsMissingInTheMachineIsTakenFromTheDefaultHost() throws IOException {
        try (DriverConnection connection = hosts.open(file("<node><cpu><mhz>7</mhz></cpu></node>"))) {
            assertThat(facet(connection, NodeFacet.class).info(context))
                    .isEqualTo(new NodeInfo("i686", 3_145_728, 16, 7, 2, 2, 2, 2));
        }
    }

    @Test
    void brokenFileIsNamedWithThePlace() throws IOException {
        String uri = file("<node>\n  <memory>12<memory>\n</node>");

        assertThatThrownBy(() -> hosts.open(uri))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("host.xml")
                .hasMessageContaining("3");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> hosts.open("test:///no/such/host.xml"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("/no/such/host.xml")
                .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.OPEN_FAILED));
    }

    @Test
    void fileThatDescribesNoHostIsRefused() throws IOException {
        String uri = file("<network/>");

        assertThatThrownBy(() -> hosts.open(uri)).hasMessageContaining("<node>");
    }

    @Test
    void demoGuestsKeepTheirDocumentsWhole() {
        try (DriverConnection connection = hosts.open("test:///default")) {
            DomainFacet domains = facet(connection, DomainFacet.class);
            List<DomainRef> off = domains.list(context, DomainFlags.LIST_INACTIVE);

            assertThat(off).isNotEmpty().allSatisfy(domain -> {
                String xml = domains.xml(context, domain, DomainFlags.XML_INACTIVE);
                assertThat(xml).contains("libosinfo:os").contains("<title>");
                assertThat(domains.defineXml(context, xml, 0)).isEqualTo(domain);
                assertThat(domains.xml(context, domain, DomainFlags.XML_INACTIVE))
                        .isEqualTo(xml);
            });
        }
    }
}
