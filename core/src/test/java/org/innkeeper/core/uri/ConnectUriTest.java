package org.innkeeper.core.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectUriTest {
    @Test
    void hasAllParts() {
        ConnectUri uri = ConnectUri.parse("QEMU+SSH://root@[2001:db8::7]:2222/system?keyfile=/k%20y&x=1&x=2");
        assertThat(uri.form()).isEqualTo(Form.STANDARD);
        assertThat(uri.driver()).isEqualTo("qemu");
        assertThat(uri.transport()).isEqualTo("ssh");
        assertThat(uri.user()).isEqualTo("root");
        assertThat(uri.host()).isEqualTo("2001:db8::7");
        assertThat(uri.port()).isEqualTo(2222);
        assertThat(uri.path()).isEqualTo("/system");
        assertThat(uri.parameter(RemoteParameter.KEYFILE)).contains("/k y");
        assertThat(uri.parameter("x")).contains("1");
        assertThat(uri.parameters()).hasSize(3);
        assertThat(uri.isRemote()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xen+ssh://rjones@towada/",
                "xen://towada/",
                "xen://towada/?no_verify=1",
                "qemu+unix:///system?socket=/opt/libvirt/run/libvirt/libvirt-sock",
                "test+tcp://localhost:5000/default"
            })
    void readsTheRemoteExamplesOfTheManual(String text) {
        ConnectUri uri = ConnectUri.parse(text);
        assertThat(uri.isRemote()).isTrue();
        assertThat(uri).hasToString(text).isEqualTo(ConnectUri.parse(text)).hasSameHashCodeAs(ConnectUri.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xen:///", "qemu:///system", "test:///default", "test:///path/to/host/definitions", "lxc://"})
    void tellsLocalOnes(String text) {
        assertThat(ConnectUri.parse(text).isRemote()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "xen,XEN_NAME,/,",
        "Xen,XEN_NAME,/,",
        "///var/run/xend/xend-socket,XEN_SOCKET,/var/run/xend/xend-socket,",
        "/var/run/xend socket,XEN_SOCKET,/var/run/xend socket,",
        "http://oirase/,XEN_HTTP,/,oirase",
        "http://oirase:8000,XEN_HTTP,'',oirase"
    })
    void readsTheOldFormsOfXen(String text, Form form, String path, String host) {
        ConnectUri uri = ConnectUri.parse(text);
        assertThat(uri.form()).isEqualTo(form);
        assertThat(uri.driver()).isEqualTo("xen");
        assertThat(uri.transport()).isNull();
        assertThat(uri.path()).isEqualTo(path);
        assertThat(uri.host()).isEqualTo(host);
        assertThat(uri.isRemote()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "`` => it is empty",
                "//host/x => a driver such as",
                "+ssh://host/ => scheme",
                "qemu+://host/ => transport is missing",
                "qemu:system => '//' is missing",
                "qemu: => '//' is missing",
                "qemu+ssh://root@/system => host is missing after '@'",
                "qemu+tcp://:16509/system => host is missing before ':'",
                "qemu+tcp://host:0/system => not between 1 and 65535",
                "qemu+tcp://host:65536/system => not between 1 and 65535",
                "http:/// => host that runs xend is missing",
                "http://host/path => nothing else is allowed",
                "http://root@host/ => nothing else is allowed",
                "http://host/?x=1 => nothing else is allowed"
            })
    void refuses(String text, String reason) {
        assertThatThrownBy(() -> ConnectUri.parse(text))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("position");
    }

    @Test
    void refusesPasswordsWithoutRepeatingThem() {
        assertThatThrownBy(() -> ConnectUri.parse("qemu+ssh://root:geheim@host/system"))
                .hasMessageContaining("no password may be in it")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void takesPortZeroOnlyAsAMistake() {
        assertThat(ConnectUri.parse("qemu+tcp://host0/system").port()).isZero();
        assertThat(ConnectUri.parse("qemu+tcp://[::10]/system").port()).isZero();
    }

    /** The names libvirt 9.0.0 sends. */
    @ParameterizedTest
    @CsvSource({
        "qemu+ssh://root@host:22/system,qemu:///system",
        "xen://towada/,xen:///",
        "test+tcp://localhost:5000/default,test:///default",
        "qemu+unix:///system?socket=/s&no_tty=1&foo=a%2Fb&bar,qemu:///system?foo=a%2Fb&bar=",
        "qemu+ssh://h/x?name=xen%3A%2F%2F%2F,xen:///",
        "remote+tcp://h/,''",
        "QEMU+tls://h/system,qemu:///system"
    })
    void formsTheNameForTheFarSide(String text, String name) {
        assertThat(ConnectUri.parse(text).nameForFarSide()).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(RemoteParameter.class)
    void usesItsOwnParametersUp(RemoteParameter parameter) {
        ConnectUri uri = ConnectUri.parse("qemu+ssh://h/system?keep=1&" + parameter.key() + "=v");
        assertThat(uri.parameter(parameter)).contains("v");
        assertThat(uri.nameForFarSide()).isEqualTo(parameter == RemoteParameter.NAME ? "v" : "qemu:///system?keep=1");
    }

    @Test
    void readsYesAndNo() {
        ConnectUri uri = ConnectUri.parse("qemu+tls://h/?no_verify=1&no_tty=0&no_sanity=yes&no_verify=2");
        assertThat(uri.isSet(RemoteParameter.NO_VERIFY)).isTrue();
        assertThat(uri.parameter(RemoteParameter.NO_VERIFY)).contains("2");
        assertThat(uri.isSet(RemoteParameter.NO_TTY)).isFalse();
        assertThat(uri.isSet(RemoteParameter.AUTHFILE)).isFalse();
        assertThatThrownBy(() -> uri.isSet(RemoteParameter.NO_SANITY)).hasMessageContaining("no_sanity is 0 or 1");
    }

    @Test
    void isMadeFromParts() {
        GenericUri parts = new GenericUri(
                "qemu+tls", null, "::1", 16514, "/system", null, null, List.of(new UriParameter("pkipath", "/a b")));
        assertThat(ConnectUri.of(parts)).hasToString("qemu+tls://[::1]:16514/system?pkipath=%2Fa%20b");
        assertThat(ConnectUri.of(parts).parts().parameters()).isEqualTo(parts.parameters());
    }

    @Test
    void aParameterThatNamesADirectoryIsAnAbsolutePath() {
        assertThat(ConnectUri.parse("qemu:///embed?root=/srv//guests/").directory("root"))
                .contains(Path.of("/srv/guests"));
        assertThat(ConnectUri.parse("qemu:///embed").directory("root")).isEmpty();
        assertThatThrownBy(() -> ConnectUri.parse("qemu:///embed?root=guests").directory("root"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("root 'guests' is not an absolute directory");
    }
}
