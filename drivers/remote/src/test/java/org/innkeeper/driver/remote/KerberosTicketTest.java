package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.driver.remote.peer.ClientProgram;
import org.innkeeper.driver.remote.peer.KerberosRealm;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.UserClient.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** GSSAPI with a real libvirtd and a real Kerberos realm: a ticket is let in, on plain TCP with its encryption. */
@Timeout(60)
class KerberosTicketTest {
    @TempDir
    private static Path folder;

    private static KerberosRealm realm;
    private static LibvirtdPeer peer;

    @BeforeAll
    static void start() throws Exception {
        realm = KerberosRealm.start(folder);
        realm.giveTicket();
        Map<String, String> settings = new HashMap<>(realm.environment());
        settings.putAll(Map.of(
                "AUTH_TCP", "sasl",
                "AUTH_TLS", "sasl",
                "SASL_MECHANISMS", "gssapi",
                "SASL_USER", "nobody",
                "SASL_PASSWORD", LibvirtdPeer.SASL_PASSWORD));
        peer = LibvirtdPeer.start(settings);
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
        if (realm != null) {
            realm.close();
        }
    }

    private static List<Line> connect(String uri, Map<String, String> environment) throws Exception {
        return ClientProgram.connect(
                uri,
                environment,
                Map.of("java.security.krb5.conf", realm.configuration().toString()));
    }

    private static void assertLetIn(List<Line> lines) {
        assertThat(lines).as("%s", lines).last().extracting(Line::what).isEqualTo("PAUSE");
        assertThat(lines)
                .filteredOn(line -> line.what().equals("AUTHENTICATION"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("encrypted"));
    }

    @Test
    void ticketIsLetInOverTcpAndEncrypts() throws Exception {
        assertLetIn(connect(peer.tcp("test", "/default"), realm.environment()));
    }

    @Test
    void ticketIsLetInOverTls() throws Exception {
        assertLetIn(connect(peer.tls("test", "/default"), realm.environment()));
    }

    @Test
    void withoutATicketTheWayOutIsSaid() throws Exception {
        List<Line> lines =
                connect(peer.tcp("test", "/default"), Map.of("KRB5CCNAME", "FILE:" + folder.resolve("no-tickets")));

        assertRefused(lines, "AUTH_UNAVAILABLE");
    }

    /** The realm knows the host by another name. */
    @Test
    void hostThatTheRealmDoesNotKnowIsSaid() throws Exception {
        List<Line> lines = connect(peer.tcp("test", "/default").replace("localhost", "127.0.0.1"), realm.environment());

        assertRefused(lines, "AUTH_FAILED");
    }

    private static void assertRefused(List<Line> lines, String code) {
        assertThat(lines).as("%s", lines).last().satisfies(line -> {
            assertThat(line.what()).isEqualTo("ERROR");
            assertThat(line.result()).isEqualTo(code);
            assertThat(line.detail()).contains("GSSAPI");
            assertThat(line.remedy()).contains("kinit").contains("full name");
        });
        assertThat(lines)
                .filteredOn(line -> line.what().equals("AUTHENTICATION"))
                .singleElement()
                .satisfies(line -> assertThat(line.remedy()).contains("kinit"));
    }
}
