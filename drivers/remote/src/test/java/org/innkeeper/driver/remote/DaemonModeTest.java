package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;

/** Which sockets a URI means; the order is that of libvirt's own client. */
class DaemonModeTest {
    private static final String OWN = "/var/run/libvirt/virtqemud-sock";
    private static final String ALL = "/var/run/libvirt/libvirt-sock";

    private static ConnectUri qemu(String parameters) {
        return ConnectUri.parse("qemu+ssh://lab/system" + parameters);
    }

    @Test
    void theDaemonOfTheDriverComesBeforeLibvirtd() {
        assertThat(LocalDaemon.farSockets(qemu(""), false))
                .extracting(Object::toString)
                .containsExactly(OWN, ALL);
        assertThat(LocalDaemon.farSockets(qemu("?mode=auto"), true))
                .extracting(Object::toString)
                .containsExactly(OWN + "-ro", ALL + "-ro");
    }

    @Test
    void theModeLeavesOneOfThem() {
        assertThat(LocalDaemon.farSockets(qemu("?mode=direct"), false))
                .extracting(Object::toString)
                .containsExactly(OWN);
        assertThat(LocalDaemon.farSockets(qemu("?mode=legacy"), false))
                .extracting(Object::toString)
                .containsExactly(ALL);
    }

    @Test
    void aProgramThatTriesOnlyOneIsGivenThatOfLibvirtd() {
        assertThat(LocalDaemon.defaultSocket(qemu(""), false)).hasToString(ALL);
        assertThat(LocalDaemon.defaultSocket(qemu("?mode=direct"), false)).hasToString(OWN);
    }

    @Test
    void driversWithoutADaemonOfTheirOwnHaveLibvirtd() {
        assertThat(LocalDaemon.farSockets(ConnectUri.parse("test+ssh://lab/default"), false))
                .extracting(Object::toString)
                .containsExactly(ALL);
        ConnectUri direct = ConnectUri.parse("test+ssh://lab/default?mode=direct");
        assertThatThrownBy(() -> LocalDaemon.farSockets(direct, false))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("mode=direct");
    }

    @Test
    void anUnknownModeIsAMistake() {
        assertThatThrownBy(() -> LocalDaemon.socket(ConnectUri.parse("qemu+unix:///system?mode=fast"), false))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("mode=fast");
    }
}
