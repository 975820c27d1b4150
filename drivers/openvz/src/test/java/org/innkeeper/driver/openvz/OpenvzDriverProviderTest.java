package org.innkeeper.driver.openvz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.openvz.host.HostPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenvzDriverProviderTest {
    private final OpenvzDriverProvider provider = new OpenvzDriverProvider();

    @Test
    void isFound() {
        assertThat(ServiceLoader.load(DriverProvider.class)).anyMatch(OpenvzDriverProvider.class::isInstance);
    }

    @Test
    void takesItsOwnUriOnly() {
        assertThat(provider.claim(ConnectUri.parse("openvz:///system")).accepted())
                .isTrue();
        assertThat(provider.claim(ConnectUri.parse("openvz:///system?proc=/p&etc=/e&tools=/t"))
                        .accepted())
                .isTrue();
        assertThat(provider.claim(ConnectUri.parse("openvz+ssh://host/system")).accepted())
                .isFalse();
        assertThat(provider.claim(ConnectUri.parse("qemu:///system")).accepted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"openvz:///session", "openvz:///", "openvz:///system?proc=here", "openvz:///system?tools=a/b"})
    void mistakesAreTold(String uri) {
        InnkeeperException error =
                catchThrowableOfType(InnkeeperException.class, () -> provider.claim(ConnectUri.parse(uri)));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error.info().remedy()).isPresent();
    }

    @Test
    void machineWithoutOpenvzIsNoHost(@TempDir Path empty) {
        LocalHost host = new OpenvzDriverProvider(new HostPaths(empty, empty, List.of(empty))).localHost();

        assertThat(host.isAvailable()).isFalse();
        assertThat(host.summary()).isEqualTo("this machine runs no OpenVZ kernel (no /proc/vz)");
    }

    @Test
    void machineWithOpenvzIsOne() {
        try (VzSandbox sandbox = new VzSandbox()) {
            HostPaths paths =
                    new HostPaths(sandbox.path("proc"), sandbox.path("etc/conf"), List.of(sandbox.path("tools")));

            assertThat(new OpenvzDriverProvider(paths).localHost().uri()).isEqualTo("openvz:///system");
            assertThat(new OpenvzDriverProvider(
                                    new HostPaths(sandbox.path("proc"), sandbox.path("etc/conf"), List.of()))
                            .localHost()
                            .summary())
                    .contains("install vzctl");
        }
    }
}
