package org.innkeeper.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {
    private static RemoteAddress over(Reach reach, Map<RemoteField, String> typed) {
        return new RemoteAddress(Hypervisor.QEMU, reach, false, typed);
    }

    private static RemoteAddress host(String host) {
        return over(Reach.SSH, Map.of(RemoteField.HOST, host));
    }

    @ParameterizedTest
    @CsvSource({
        "QEMU,SSH,qemu+ssh://vm1/system",
        "QEMU,TLS,qemu+tls://vm1/system",
        "QEMU,TCP,qemu+tcp://vm1/system",
        "QEMU,UNIX,qemu+unix:///system",
        "ANY,TLS,remote+tls://vm1/",
        "XEN,SSH,xen+ssh://vm1/system",
        "LXC,TLS,lxc+tls://vm1/system",
        "OPENVZ,SSH,openvz+ssh://vm1/system",
        "TEST,TCP,test+tcp://vm1/default"
    })
    void aHostIsEnough(Hypervisor hypervisor, Reach reach, String uri) {
        assertThat(new RemoteAddress(hypervisor, reach, false, Map.of(RemoteField.HOST, "vm1")).uri())
                .isEqualTo(uri);
    }

    @Test
    void everyFieldHasItsPlace() {
        RemoteAddress address = over(
                Reach.SSH,
                Map.of(
                        RemoteField.HOST,
                        " vm1.example.org ",
                        RemoteField.USER,
                        "root",
                        RemoteField.PORT,
                        "2222",
                        RemoteField.KEY,
                        "/home/me/my key",
                        RemoteField.SOCKET,
                        "/run/a&b"));
        assertThat(address.uri())
                .isEqualTo("qemu+ssh://root@vm1.example.org:2222/system"
                        + "?keyfile=%2Fhome%2Fme%2Fmy%20key&socket=%2Frun%2Fa%26b");
        ConnectUri read = ConnectUri.parse(address.uri());
        assertThat(read.parameter(RemoteParameter.KEYFILE)).contains("/home/me/my key");
        assertThat(read.parameter(RemoteParameter.SOCKET)).contains("/run/a&b");
    }

    @Test
    void aWayTakesOnlyItsOwnFields() {
        Map<RemoteField, String> all = Map.of(
                RemoteField.HOST, "vm1",
                RemoteField.USER, "root",
                RemoteField.PORT, "77",
                RemoteField.KEY, "/key",
                RemoteField.CERTIFICATES, "/pki",
                RemoteField.SOCKET, "/socket",
                RemoteField.COMMAND, "/bin/to host");
        assertThat(over(Reach.TLS, all).uri()).isEqualTo("qemu+tls://vm1:77/system?pkipath=%2Fpki");
        assertThat(over(Reach.TCP, all).uri()).isEqualTo("qemu+tcp://vm1:77/system");
        assertThat(over(Reach.UNIX, all).uri()).isEqualTo("qemu+unix:///system?socket=%2Fsocket");
        assertThat(over(Reach.EXT, all).uri()).isEqualTo("qemu+ext:///system?command=%2Fbin%2Fto%20host");
    }

    @Test
    void onlyQemuHasSessions() {
        Map<RemoteField, String> typed = Map.of(RemoteField.HOST, "vm1");
        assertThat(new RemoteAddress(Hypervisor.QEMU, Reach.SSH, true, typed).uri())
                .isEqualTo("qemu+ssh://vm1/session");
        assertThat(new RemoteAddress(Hypervisor.XEN, Reach.SSH, true, typed).uri())
                .isEqualTo("xen+ssh://vm1/system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::7", "[2001:db8::7]", " ::1 ", "fe80::1%eth0", "::ffff:192.0.2.1"})
    void anIpv6AddressIsBracketed(String typed) {
        RemoteAddress address = host(typed);
        assertThat(address.mistake(RemoteField.HOST)).isEmpty();
        assertThat(address.uri()).contains("[" + address.host().replace("%", "%25") + "]");
        assertThat(ConnectUri.parse(address.uri()).host()).isEqualTo(address.host());
    }

    @ParameterizedTest
    @CsvSource({
        "vm1:22,PORT_IN_HOST",
        "root@vm1,USER_IN_HOST",
        "vm1/system,HOST",
        "vm 1,HOST",
        "g::1,HOST",
        "vm%31,HOST",
        "[::1,HOST"
    })
    void aHostThatIsNoneIsExplained(String typed, RemoteMistake mistake) {
        assertThat(host(typed).mistake(RemoteField.HOST)).contains(mistake);
        assertThat(host(typed).hasMistakes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999", "1234567890123", "ssh", "-1", "2 2"})
    void aPortThatIsNoneIsExplainedAndLeftOut(String typed) {
        RemoteAddress address = over(Reach.TLS, Map.of(RemoteField.HOST, "vm1", RemoteField.PORT, typed));
        assertThat(address.mistake(RemoteField.PORT)).contains(RemoteMistake.PORT);
        assertThat(address.uri()).isEqualTo("qemu+tls://vm1/system");
    }

    @Test
    void noPasswordGetsIntoTheUri() {
        RemoteAddress address = over(Reach.SSH, Map.of(RemoteField.HOST, "vm1", RemoteField.USER, "root:secret"));
        assertThat(address.mistake(RemoteField.USER)).contains(RemoteMistake.PASSWORD);
        assertThat(address.uri()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = RemoteField.class,
            names = {"KEY", "SOCKET"})
    void aPathBeginsAtTheRoot(RemoteField field) {
        assertThat(over(Reach.SSH, Map.of(field, "~/there")).mistake(field)).contains(RemoteMistake.PATH);
        assertThat(over(Reach.SSH, Map.of(field, "/there")).mistake(field)).isEmpty();
    }

    @Test
    void aMistakeInAFieldThatDoesNotCountIsNone() {
        assertThat(over(Reach.UNIX, Map.of(RemoteField.PORT, "no", RemoteField.HOST, "a b"))
                        .hasMistakes())
                .isFalse();
    }

    @Test
    void whatIsNeededIsAskedFor() {
        assertThat(over(Reach.SSH, Map.of()).missing()).contains(RemoteField.HOST);
        assertThat(over(Reach.EXT, Map.of(RemoteField.HOST, "vm1")).missing()).contains(RemoteField.COMMAND);
        assertThat(over(Reach.UNIX, Map.of()).missing()).isEmpty();
        assertThat(host("vm1").missing()).isEmpty();
    }
}
