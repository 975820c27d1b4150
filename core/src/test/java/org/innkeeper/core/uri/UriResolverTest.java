package org.innkeeper.core.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriResolverTest {
    private static final String VIRSH = "VIRSH_DEFAULT_CONNECT_URI";
    private static final String LIBVIRT = "LIBVIRT_DEFAULT_URI";

    private static Optional<String> resolved(Map<String, String> environment, UriSettings settings, String text) {
        return new UriResolver(environment, () -> settings).resolve(text).map(ConnectUri::text);
    }

    @Test
    void leavesTheChoiceOpenWithoutAnyDefault() {
        assertThat(resolved(Map.of(), UriSettings.NONE, null)).isEmpty();
        assertThat(resolved(Map.of(VIRSH, "", LIBVIRT, ""), UriSettings.NONE, ""))
                .isEmpty();
    }

    @Test
    void asksTheEnvironmentInOrderThenTheConfiguration() {
        UriSettings settings = new UriSettings("lxc:///", Map.of());
        assertThat(resolved(Map.of(VIRSH, "test:///a", LIBVIRT, "test:///b"), settings, ""))
                .contains("test:///a");
        assertThat(resolved(Map.of(LIBVIRT, "test:///b"), settings, null)).contains("test:///b");
        assertThat(resolved(Map.of(), settings, "")).contains("lxc:///");
        assertThat(resolved(Map.of(VIRSH, "test:///a"), settings, "xen:///")).contains("xen:///");
    }

    @Test
    void followsAliasesEverywhere() {
        UriSettings settings = new UriSettings("hail", Map.of("hail", "qemu+ssh://root@hail/system"));
        assertThat(resolved(Map.of(), settings, "hail")).contains("qemu+ssh://root@hail/system");
        assertThat(resolved(Map.of(), settings, "")).contains("qemu+ssh://root@hail/system");
        assertThat(resolved(Map.of(VIRSH, "hail"), UriSettings.NONE, "test:///x"))
                .contains("test:///x");
        assertThatThrownBy(() -> resolved(Map.of(), settings, "snow"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("'snow'");
    }

    @Test
    void opensUrisEvenWhereTheConfigurationIsDamaged() {
        UriResolver resolver = new UriResolver(Map.of(), () -> {
            throw new InnkeeperException(ErrorCode.CONF_SYNTAX, ErrorOrigin.CONF, "damaged");
        });
        assertThat(resolver.resolve("test:///default")).isPresent();
        assertThat(resolver.resolve("xen")).map(ConnectUri::form).contains(Form.XEN_NAME);
        assertThatThrownBy(() -> resolver.resolve("hail")).hasMessage("damaged");
    }

    @Test
    void readsTheFirstFileThatExists(@TempDir Path directory) throws IOException {
        Path missing = directory.resolve("missing.conf");
        Path file = Files.writeString(
                directory.resolve("libvirt.conf"),
                "# mine\nuri_aliases = [ \"a_1-b=qemu:///system?x=y\", 'b=xen:///' ]\nuri_default = \"a_1-b\"\n");
        UriSettings settings = UriSettingsFile.read(List.of(missing, file));
        assertThat(settings.defaultUri()).contains("a_1-b");
        assertThat(settings.alias("a_1-b")).contains("qemu:///system?x=y");
        assertThat(settings.alias("b")).contains("xen:///");
        assertThat(settings.alias("c")).isEmpty();
        assertThat(UriSettingsFile.read(List.of(missing))).isSameAs(UriSettings.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "empty=", "bad name=xen:///", "=xen:///"})
    void refusesMalformedAliases(String entry) {
        ConfigFile file = ConfigFile.parse("libvirt.conf", "uri_aliases = [ \"" + entry + "\" ]\n");
        assertThatThrownBy(() -> UriSettingsFile.settings("libvirt.conf", file))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("'" + entry + "'");
    }

    @Test
    void looksInTheUsersDirectoryFirst() {
        Path home = Path.of("/home/u");
        assertThat(UriSettingsFile.places(Map.of(), home, false))
                .containsExactly(Path.of("/home/u/.config/libvirt/libvirt.conf"), Path.of("/etc/libvirt/libvirt.conf"));
        assertThat(UriSettingsFile.places(Map.of("XDG_CONFIG_HOME", "/c"), home, false))
                .startsWith(Path.of("/c/libvirt/libvirt.conf"));
        assertThat(UriSettingsFile.places(Map.of("APPDATA", "/app"), home, true))
                .containsExactly(Path.of("/app/libvirt/libvirt.conf"));
        assertThat(UriSettingsFile.places()).isNotEmpty();
    }
}
