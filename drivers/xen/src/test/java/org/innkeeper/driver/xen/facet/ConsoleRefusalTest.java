package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.StandInXend;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consoles that cannot be opened: the reason is told. */
class ConsoleRefusalTest {
    private final CallContext call = CallContext.create();

    private InnkeeperException refusal(DriverConnection connection) {
        DomainRef domain0 = connection.facet(DomainFacet.class).orElseThrow().lookupById(call, 0);
        ConsoleFacet consoles = connection.facet(ConsoleFacet.class).orElseThrow();
        return catchThrowableOfType(InnkeeperException.class, () -> consoles.openConsole(call, domain0, null, 0)
                .close());
    }

    @Test
    void withoutTheXenstoreNobodyKnowsTheTerminal() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4)) {
            DriverConnection connection = host.open();
            assertThat(connection.features()).doesNotContain(Feature.DOMAIN_CONSOLE);
            InnkeeperException refusal = refusal(connection);
            assertThat(refusal.code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(refusal).hasMessageContaining("xenstore");
            assertThat(refusal.info().remedy().orElse("")).contains("root");
        }
    }

    @Test
    void aXendOnTheNetworkHasItsTerminalsOnItsHost(@TempDir Path directory) {
        try (StandInXend xend = StandInXend.onNetwork(directory, StandInVersion.XEN_3_4);
                XenSandbox here = new XenSandbox(StandInVersion.XEN_3_4)) {
            DriverConnection connection = here.open("http://localhost:" + xend.port() + "/", LocalServices.NONE);
            assertThat(refusal(connection)).hasMessageContaining("this is not the host");
            assertThat(connection.features())
                    .doesNotContain(Feature.DOMAIN_CONSOLE, Feature.DOMAIN_METADATA, Feature.DOMAIN_MANAGED_SAVE);
            assertThat(connection.absence(Feature.DOMAIN_CONSOLE)).isPresent();
        }
    }

    @Test
    void domain0HasNone() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4).withStore()) {
            InnkeeperException refusal = refusal(host.open());
            assertThat(refusal.code()).isEqualTo(ErrorCode.DEVICE_MISSING);
            assertThat(refusal.info().remedy().orElse("")).contains("xenconsoled");
        }
    }
}
