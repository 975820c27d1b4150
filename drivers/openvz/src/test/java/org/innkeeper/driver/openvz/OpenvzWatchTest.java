package org.innkeeper.driver.openvz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.ConnectionEvent.DomainLifecycle;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.driver.openvz.host.HostPaths;
import org.innkeeper.driver.openvz.host.HostTraces;
import org.junit.jupiter.api.Test;

/** What others do to the host is heard of, and nothing is run while nothing happens. */
class OpenvzWatchTest {
    private static final String CONFIG = "ONBOOT=\"no\"\n#UUID: 8509a1d4-1569-4467-8b37-4e433a1ac7b1\n";

    @Test
    void whatAdministratorsDoByHandIsHeard() throws Exception {
        try (VzSandbox host = new VzSandbox();
                DriverConnection connection = host.open()) {
            List<String> heard = new CopyOnWriteArrayList<>();
            EventFacet events = connection.facet(EventFacet.class).orElseThrow();
            try (AutoCloseable subscription = events.subscribe(CallContext.create(), event -> heard.add(text(event)))) {
                host.write("etc/conf/101.conf", CONFIG);
                await(heard, "101 DEFINED 0");

                new ProcessBuilder(host.path("tools/vzctl").toString(), "start", "101")
                        .start()
                        .waitFor();
                await(heard, "101 STARTED 0");

                host.write("next", CONFIG + "NAME=\"web\"\n");
                Files.move(host.path("next"), host.path("etc/conf/101.conf"), StandardCopyOption.REPLACE_EXISTING);
                await(heard, "web DEFINED 2");

                new ProcessBuilder(host.path("tools/vzctl").toString(), "chkpnt", "101")
                        .start()
                        .waitFor();
                await(heard, "web STOPPED 4");
                assertThat(heard).containsExactly("101 DEFINED 0", "101 STARTED 0", "web DEFINED 2", "web STOPPED 4");
                assertThat(subscription).isNotNull();
            }
        }
    }

    private static void await(List<String> heard, String event) {
        Awaitility.await(event).atMost(Duration.ofSeconds(20)).until(() -> heard.contains(event));
    }

    private static String text(ConnectionEvent event) {
        DomainLifecycle lifecycle = (DomainLifecycle) event;
        DomainLifecycleType type = lifecycle.type();
        return lifecycle.domain().name() + " " + type + " " + lifecycle.detail();
    }

    @Test
    void tracesTellAChangeAndNothingElse() throws Exception {
        try (VzSandbox host = new VzSandbox()) {
            host.write("etc/conf/101.conf", CONFIG);
            host.write("proc/vz/veinfo", "       101     2    14  10.0.0.1\n");
            HostTraces traces = new HostTraces(
                    new HostPaths(host.path("proc"), host.path("etc/conf"), List.of(host.path("tools"))));
            assertThat(traces.changed()).as("never looked before").isTrue();
            assertThat(traces.changed()).isFalse();

            host.write("proc/vz/veinfo", "       101     2    99  10.0.0.1\n");
            host.write("etc/conf/README", "no configuration");
            assertThat(traces.changed())
                    .as("processes come and go, and other files")
                    .isFalse();

            host.write("proc/cpt", "Ctx Id VE State\nffff 00000065 101 2\n");
            assertThat(traces.changed()).isTrue();
            host.write("etc/conf/101.conf", CONFIG + "CPUS=2\n");
            assertThat(traces.changed()).isTrue();
            Files.delete(host.path("etc/conf/101.conf"));
            assertThat(traces.changed()).isTrue();
            traces.forget();
            assertThat(traces.changed()).isTrue();
        }
    }

    @Test
    void hostWithoutTablesIsNoError() {
        HostTraces traces = new HostTraces(new HostPaths(Path.of("/nowhere"), Path.of("/nowhere"), List.of()));

        assertThat(traces.changed()).isTrue();
        assertThat(traces.changed()).isFalse();
    }
}
