package org.innkeeper.driver.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.StandInXend;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XenDriverProviderTest {
    @TempDir
    private Path root;

    private HostPaths paths;
    private XenDriverProvider provider;

    @BeforeEach
    void makeEmptyMachine() throws IOException {
        for (String name : List.of("proc", "sys", "dev", "etc", "run", "lib", "tools")) {
            Files.createDirectory(root.resolve(name));
        }
        paths = HostPaths.ofThisMachine()
                .withProc(root.resolve("proc"))
                .withSys(root.resolve("sys"))
                .withDev(root.resolve("dev"))
                .withEtc(root.resolve("etc"))
                .withRun(root.resolve("run"))
                .withLib(root.resolve("lib"))
                .withTools(root.resolve("tools"));
        provider = new XenDriverProvider(paths);
    }

    private DriverConnection open(String uri) {
        return provider.open(
                CallContext.create(),
                ConnectUri.parse(uri),
                AuthenticationCallback.NOBODY,
                OpenOptions.readWrite(),
                LocalServices.NONE);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DriverProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(XenDriverProvider.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xen:///",
                "xen:///system",
                "xen",
                "///var/lib/xend/xend-socket",
                "http://host:8000/",
                "http://host/",
                "xen:///?proc=/tmp/proc"
            })
    void takesAllFormsOfXen(String uri) {
        assertThat(provider.claim(ConnectUri.parse(uri)).accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu:///system", "xen+ssh://host/", "xen://host/", "openvz:///system"})
    void leavesTheRestToOthers(String uri) {
        assertThat(provider.claim(ConnectUri.parse(uri)).accepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xen:///elsewhere", "xen:///?proc=relative"})
    void aMistakeInItsOwnUriIsSaid(String uri) {
        assertThatThrownBy(() -> provider.claim(ConnectUri.parse(uri)))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG));
    }

    @Test
    void aMachineWithoutXenIsSaidInOneLine() {
        assertThatThrownBy(() -> open("xen:///")).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT);
            assertThat(e).hasMessageContaining("this machine does not run on Xen");
            assertThat(e.getMessage()).doesNotContain("\n");
        });
    }

    @Test
    void theProxyOfOldIsSeenAndSaidToBeDead() throws IOException {
        Path proxy = Files.createFile(root.resolve("libvirt_proxy_conn"));
        provider = new XenDriverProvider(paths, proxy);
        assertThatThrownBy(() -> open("xen:///"))
                .hasMessageContaining("does not run on Xen")
                .hasMessageContaining(
                        proxy + " is there, but the protocol of libvirt's old proxy is not spoken any more");
        Files.createDirectory(root.resolve("proc/xen"));
        Files.writeString(root.resolve("proc/xen/capabilities"), "control_d\n");
        assertThatThrownBy(() -> open("xen:///")).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e).hasMessageContaining("there is no xenstore").hasMessageContaining("old proxy");
            assertThat(e.info().remedy().orElseThrow()).contains("socket_ro");
        });
    }

    @Test
    void rightsThatAreMissingHaveARemedy() throws IOException {
        Files.createDirectory(root.resolve("proc/xen"));
        Files.writeString(root.resolve("proc/xen/capabilities"), "control_d\n");

        assertThatThrownBy(() -> open("xen:///")).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT);
            assertThat(e.info().remedy().orElseThrow()).contains("socket_ro", "(xend-http-server yes)", "restart xend");
        });
    }

    @Test
    void aXendThatDoesNotListenIsNamed() {
        assertThatThrownBy(() -> open("//" + root.resolve("no-socket")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT));
    }

    @Test
    void isTheBestOnlyWhereItManagesTheHost() throws IOException {
        assertThat(provider.localHost().isAvailable()).isFalse();

        Files.createDirectories(root.resolve("sys/hypervisor"));
        Files.writeString(root.resolve("sys/hypervisor/type"), "xen\n");
        assertThat(provider.localHost().summary()).contains("guest of Xen");

        Files.createDirectory(root.resolve("proc/xen"));
        Files.writeString(root.resolve("proc/xen/capabilities"), "control_d\n");
        assertThat(provider.localHost().summary()).contains("start Xen's services");

        Files.createDirectories(root.resolve("run/xenstored"));
        Files.createFile(root.resolve("run/xenstored/socket"));
        assertThat(provider.localHost()).isEqualTo(new LocalHost("xen:///", 40, "Xen"));
    }

    @Test
    void aXendElsewhereIsReachedByItsSocket() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1);
                DriverConnection connection = open("//" + host.path("lib/xend/xend-socket"))) {
            assertThat(connection.facet(DomainFacet.class).orElseThrow().list(CallContext.create(), 0))
                    .extracting(DomainRef::name)
                    .containsExactly("Domain-0");
        }
    }

    @Test
    void aXendOnTheNetworkIsReachedByHttpAlone() {
        try (StandInXend xend = StandInXend.onNetwork(root.resolve("lib"), StandInVersion.XEN_3_1);
                DriverConnection connection = open("http://localhost:" + xend.port() + "/")) {
            assertThat(connection.isSecure()).isFalse();
            assertThat(connection.stateRoot()).isEmpty();
            assertThat(connection.features())
                    .contains(Feature.DOMAIN_DEFINE, Feature.DOMAIN_ATTACH)
                    .doesNotContain(Feature.STATS_BLOCK);
            assertThat(connection.facet(DomainFacet.class).orElseThrow().list(CallContext.create(), 0))
                    .hasSize(1);
        }
    }
}
