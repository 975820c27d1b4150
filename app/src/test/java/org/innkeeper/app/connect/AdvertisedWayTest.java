package org.innkeeper.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.app.session.DiscoveredHosts.Advertised;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertisedWayTest {
    private static AdvertisedWay port(int port) {
        return new AdvertisedWay(new Advertised("Virtualization Host lab", "lab.local", port));
    }

    @ParameterizedTest
    @CsvSource({
        "16514, remote+tls://lab.local/",
        "16509, remote+tcp://lab.local/",
        "22,    remote+ssh://lab.local/",
        // What a daemon that does not listen for the network advertises, depending on its age.
        "65535, remote+ssh://lab.local/",
        "0,     remote+ssh://lab.local/",
        "26514, remote+tls://lab.local:26514/"
    })
    void thePortTellsTheWay(int port, String uri) {
        AdvertisedWay way = port(port);

        assertThat(way.over(way.reach()).uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "16509, TLS, remote+tls://lab.local/",
        "16514, TCP, remote+tcp://lab.local/",
        "26509, TCP, remote+tcp://lab.local:26509/",
        "26509, SSH, remote+ssh://lab.local/",
        "65535, TLS, remote+tls://lab.local/"
    })
    void anotherWayTakesThePortOnlyWhereItCanMeanIt(int port, Reach reach, String uri) {
        assertThat(port(port).over(reach).uri()).isEqualTo(uri);
    }
}
