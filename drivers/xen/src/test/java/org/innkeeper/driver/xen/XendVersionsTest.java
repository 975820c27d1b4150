package org.innkeeper.driver.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What differs from version to version of xend. */
class XendVersionsTest {
    private static final String FILE =
            """
            # by hand
            name = "web"
            memory = 128
            vcpus = 2
            bootloader = "/usr/bin/pygrub"
            disk = [ "file:%s,xvda,w" ]
            vif = [ "mac=00:16:3e:00:00:07, bridge=xenbr0" ]
            own_key = "kept"
            """;

    private static Path writeFile(XenSandbox host) throws IOException {
        return Files.writeString(host.path("etc/web"), FILE.formatted(host.path("disk.img")));
    }

    private static DomainFacet domains(DriverConnection connection) {
        return connection.facet(DomainFacet.class).orElseThrow();
    }

    private static CallContext call() {
        return CallContext.create();
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInVersion.class,
            names = {"XEN_3_0_2", "XEN_3_0_3"})
    void beforeXen304GuestsAreStartedFromTheirFiles(StandInVersion version) throws IOException {
        try (XenSandbox host = new XenSandbox(version)) {
            writeFile(host);
            DomainFacet domains = domains(host.open());
            DomainRef web = domains.lookupByName(call(), "web");
            assertThat(web.active()).isFalse();
            assertThat(domains.info(call(), web).memory()).isEqualTo(128 << 10);

            DomainRef running = domains.start(call(), web, 0);

            assertThat(running.id()).isPositive();
            assertThat(domains.list(call(), 0)).hasSize(2).contains(running);
            assertThat(domains.isPersistent(call(), running)).isTrue();
            assertThat(host.xend().requests())
                    .contains("POST /xend/domain create")
                    .noneMatch(r -> r.endsWith("start"));
            domains.destroy(call(), running, 0);
            assertThat(domains.status(call(), web).state()).isEqualTo(DomainState.SHUT_OFF);
        }
    }

    @Test
    void beforeXen304FilesAreWrittenWithWhatTheyHadBeside() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_0_3)) {
            Path file = writeFile(host);
            DomainFacet domains = domains(host.open());
            DomainRef web = domains.lookupByName(call(), "web");

            domains.setMemory(call(), web, 64 << 10, DomainFlags.AFFECT_CONFIG);
            domains.setAutostart(call(), web, true);

            assertThat(Files.readString(file))
                    .contains("# by hand", "own_key = \"kept\"", web.uuid().toString());
            assertThat(Files.readString(file)).containsPattern("(?m)^memory = 64$");
            assertThat(Files.isSymbolicLink(host.path("etc/auto/web"))).isTrue();
            assertThat(domains.autostart(call(), web)).isTrue();
            DomainRef renamed = domains.rename(call(), web, "shop");
            assertThat(renamed.uuid()).isEqualTo(web.uuid());
            assertThat(domains.autostart(call(), renamed)).isTrue();
            domains.undefine(call(), renamed, 0);
            assertThat(host.path("etc/shop")).doesNotExist();
            assertThat(Files.exists(host.path("etc/auto/shop"), LinkOption.NOFOLLOW_LINKS))
                    .isFalse();
            assertThat(domains.list(call(), DomainFlags.LIST_INACTIVE)).isEmpty();
        }
    }

    @Test
    void beforeXen304DevicesAreNotAddedToARun() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_0_3)) {
            writeFile(host);
            DriverConnection connection = host.open();

            assertThat(connection.features())
                    .contains(Feature.DOMAIN_DEFINE, Feature.DOMAIN_AUTOSTART)
                    .doesNotContain(Feature.DOMAIN_ATTACH, Feature.DOMAIN_CORE_DUMP);
            assertThat(connection.facet(DeviceFacet.class)).isEmpty();
        }
    }

    @Test
    void fromXen304OnFilesAreNotListedASecondTime() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_0_4)) {
            writeFile(host);
            DomainFacet domains = domains(host.open());

            assertThat(domains.list(call(), 0)).extracting(DomainRef::name).containsExactly("Domain-0");
        }
    }

    @ParameterizedTest
    @EnumSource(StandInVersion.class)
    void theLifeOfATransientDomain(StandInVersion version) {
        try (XenSandbox host = new XenSandbox(version)) {
            DriverConnection connection = host.open();
            DomainFacet domains = domains(connection);
            String xml = "<domain type='xen'><name>one</name><memory>131072</memory>"
                    + "<bootloader>/usr/bin/pygrub</bootloader><os><type>linux</type></os></domain>";

            DomainRef one = domains.createXml(call(), xml, DomainFlags.START_PAUSED);
            assertThat(domains.list(call(), DomainFlags.LIST_PAUSED)).containsExactly(one);
            domains.resume(call(), one);
            assertThat(domains.status(call(), one).state()).isIn(DomainState.RUNNING, DomainState.BLOCKED);
            domains.setMemory(call(), one, 65_536, 0);
            assertThat(domains.info(call(), one).memory()).isEqualTo(65_536);
            domains.destroy(call(), one, 0);

            assertThat(domains.list(call(), 0)).doesNotContain(one);
            assertThat(connection.features().contains(Feature.DOMAIN_RESET))
                    .isEqualTo(version.compareTo(StandInVersion.XEN_3_4) >= 0);
        }
    }

    @Test
    void domain0IsListedButNotEnded() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            DomainFacet domains = domains(host.open());
            DomainRef domain0 = domains.lookupById(call(), 0);

            assertThat(domain0).isEqualTo(new DomainRef("Domain-0", new UUID(0, 0), 0));
            assertThat(domains.maxMemory(call(), domain0)).isEqualTo(Long.MAX_VALUE);
            for (Runnable end : List.<Runnable>of(
                    () -> domains.shutdown(call(), domain0, 0),
                    () -> domains.reboot(call(), domain0, 0),
                    () -> domains.destroy(call(), domain0, 0))) {
                assertThatThrownBy(end::run).isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
                    assertThat(e).hasMessageContaining("the host itself");
                });
            }
            assertThat(host.xend().requests()).noneMatch(request -> request.startsWith("POST"));
        }
    }

    @Test
    void domain0HasALiveDefinition() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            DomainFacet domains = domains(host.open());

            String xml = domains.xml(call(), domains.lookupById(call(), 0), 0);

            assertThat(XmlDocument.parse(xml).root().element("name").text()).isEqualTo("Domain-0");
        }
    }

    @Test
    void theMediumOfADriveIsChangedWhileTheGuestRuns() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            Files.writeString(host.path("first.iso"), "1");
            Files.writeString(host.path("second.iso"), "2");
            Files.writeString(host.path("hvmloader"), "loader");
            DriverConnection connection = host.open();
            String drive = "<disk type='file' device='cdrom'><driver name='file'/><source file='"
                    + host.path("first.iso") + "'/><target dev='hdc'/><readonly/></disk>";
            DomainRef guest = domains(connection)
                    .createXml(
                            call(),
                            "<domain type='xen'><name>cd</name><memory>65536</memory><os><type>hvm</type><loader>"
                                    + host.path("hvmloader") + "</loader><boot dev='cdrom'/></os><devices>" + drive
                                    + "</devices></domain>",
                            0);

            connection
                    .facet(DeviceFacet.class)
                    .orElseThrow()
                    .update(call(), guest, drive.replace("first", "second"), DomainFlags.AFFECT_LIVE);

            String live = domains(connection).xml(call(), guest, 0);
            assertThat(live).contains("second.iso", "device='cdrom'").doesNotContain("first.iso");
            assertThat(domains(connection).osType(call(), guest)).isEqualTo("hvm");
        }
    }
}
