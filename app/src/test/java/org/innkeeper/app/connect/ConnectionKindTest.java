package org.innkeeper.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;

class ConnectionKindTest {
    @Test
    void kindsMakeTheirUris() {
        assertThat(ConnectionKind.EMBEDDED.uri("")).isEqualTo("qemu:///embed");
        assertThat(ConnectionKind.EMBEDDED.uri("/srv/my guests")).isEqualTo("qemu:///embed?root=/srv/my%20guests");
        assertThat(ConnectionKind.DEMO.uri("")).isEqualTo("test:///default");
        assertThat(ConnectionKind.XEN.uri("")).isEqualTo("xen:///");
        assertThat(ConnectionKind.XEN.uri("/var/lib/xend/xend-socket")).isEqualTo("///var/lib/xend/xend-socket");
        assertThat(ConnectionKind.XEN.uri("http://host:8000/")).isEqualTo("http://host:8000/");
        assertThat(ConnectionKind.OPENVZ.uri("")).isEqualTo("openvz:///system");
        assertThat(ConnectionKind.TEST_FILE.uri("/tmp/a b.xml")).isEqualTo("test:///tmp/a%20b.xml");
        assertThat(ConnectionKind.URI.uri("qemu:///system")).isEqualTo("qemu:///system");
    }

    @Test
    void aPathSurvivesTheUri() {
        assertThat(ConnectUri.parse(ConnectionKind.TEST_FILE.uri("/tmp/100% a?b.xml"))
                        .path())
                .isEqualTo("/tmp/100% a?b.xml");
    }
}
