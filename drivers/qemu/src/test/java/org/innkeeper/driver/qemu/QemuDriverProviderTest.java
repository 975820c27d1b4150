package org.innkeeper.driver.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalDaemons;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QemuDriverProviderTest {
    @TempDir
    Path directory;

    private Claim claim(String uri) {
        LocalDaemons daemons = new LocalDaemons(directory.resolve("system"), directory.resolve("session"));
        return new QemuDriverProvider(daemons).claim(ConnectUri.parse(uri));
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DriverProvider.class))
                .extracting(DriverProvider::id)
                .contains("qemu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu:///embed", "qemu:///embed?root=/srv/guests", "qemu:///system", "qemu:///session"})
    void claimsQemuOfThisMachine(String uri) {
        assertThat(claim(uri).accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu+ssh://host/embed",
                "qemu://host/system",
                "qemu+unix:///system",
                "xen:///system",
                "test:///default"
            })
    void declinesWhatIsElsewhere(String uri) {
        assertThat(claim(uri).accepted()).isFalse();
        assertThat(claim(uri).reason()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu:///nowhere", "qemu:///embed?root=relative/path", "qemu:///"})
    void refusesItsOwnUrisWithAMistake(String uri) {
        assertThatThrownBy(() -> claim(uri))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining(uri);
    }

    @Test
    void leavesSystemToADaemonThatIsThere() throws IOException {
        Path system = Files.createDirectory(directory.resolve("system"));
        try (ServerSocketChannel daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            daemon.bind(UnixDomainSocketAddress.of(system.resolve("libvirt-sock")));

            assertThat(claim("qemu:///system").accepted()).isFalse();
            assertThat(claim("qemu:///session").accepted()).isTrue();
        }
    }

    @Test
    void tellsWhatThisMachineHasOrNeeds() {
        LocalHost host = new QemuDriverProvider().localHost();

        if (host.isAvailable()) {
            assertThat(host.uri()).isEqualTo("qemu:///embed");
            assertThat(host.rank()).isIn(10, 30);
            assertThat(host.summary()).contains("QEMU");
        } else {
            assertThat(host.summary()).contains("install");
        }
    }

    @Test
    void connectionsToOneRootShareIt() {
        QemuDriverProvider provider = new QemuDriverProvider();
        ConnectUri uri = ConnectUri.parse("qemu:///embed?root=" + directory.resolve("shared"));
        DriverConnection first = open(provider, uri);
        DriverConnection second = open(provider, uri);

        first.close();

        assertThat(second.isAlive()).isTrue();
        assertThat(second.stateRoot()).hasValue(directory.resolve("shared").toString());
        second.close();
        open(provider, uri).close();
    }

    private static DriverConnection open(QemuDriverProvider provider, ConnectUri uri) {
        return provider.open(
                CallContext.create(), uri, AuthenticationCallback.NOBODY, OpenOptions.readWrite(), LocalServices.NONE);
    }
}
