package org.innkeeper.app.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.innkeeper.app.session.DiscoveredHosts.Advertised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that advertises itself is found, and forgotten when it goes. */
@Timeout(60)
class MulticastHostsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void hostsComeAndGo() throws Exception {
        InetAddress here = InetAddress.getLocalHost();
        String name = "Virtualization Host " + UUID.randomUUID();
        List<List<Advertised>> told = new CopyOnWriteArrayList<>();
        Runnable end = MulticastHosts.at(here).watch(told::add);
        try (JmDNS host = JmDNS.create(here)) {
            ServiceInfo service = ServiceInfo.create(MulticastHosts.TYPE, name, 26514, "");
            host.registerService(service);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told).isNotEmpty().last().satisfies(hosts -> assertThat(hosts)
                            .anySatisfy(found -> {
                                assertThat(found.name()).isEqualTo(name);
                                assertThat(found.address()).isNotBlank();
                                assertThat(found.port()).isEqualTo(26514);
                            })));

            host.unregisterService(service);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told.get(told.size() - 1))
                    .extracting(Advertised::name)
                    .doesNotContain(name));
        } finally {
            end.run();
        }
    }
}
