package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest that is paused when it is saved. */
class PausedGuestTest {
    private static final UUID WEB = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final String GUEST = "<domain type='xen'><name>web</name><uuid>" + WEB + "</uuid>"
            + "<memory>65536</memory><bootloader>/usr/bin/pygrub</bootloader><os><type>linux</type></os></domain>";

    private final XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4);
    private final CallContext call = CallContext.create();
    private final String file = host.path("saved").toString();
    private DomainFacet domains;
    private SaveFacet saves;
    private DomainRef web;

    @BeforeEach
    void start() {
        DriverConnection connection = host.open();
        domains = connection.facet(DomainFacet.class).orElseThrow();
        saves = connection.facet(SaveFacet.class).orElseThrow();
        web = domains.start(call, domains.defineXml(call, GUEST, 0), 0);
        domains.suspend(call, web);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private DomainState state() {
        return domains.status(call, domains.lookupByUuid(call, WEB)).state();
    }

    @Test
    void staysSo() {
        saves.save(call, web, file, null, 0);
        saves.restore(call, file, null, 0);
        assertThat(state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void goesOnWhereThatIsWanted() {
        saves.save(call, web, file, null, DomainFlags.SAVE_RUNNING);
        saves.restore(call, file, null, 0);
        assertThat(state()).isIn(DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void whoRestoresItHasTheLastWord() {
        saves.save(call, web, file, null, 0);
        saves.restore(call, file, null, DomainFlags.SAVE_RUNNING);
        assertThat(state()).isIn(DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void isPausedAgainWhereItCouldNotBeSaved() {
        assertThatThrownBy(() -> saves.save(call, web, "/no/such/directory/file", null, 0))
                .isInstanceOf(InnkeeperException.class);
        assertThat(state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void staysSoInItsManagedSaveToo() {
        saves.managedSave(call, web, 0);
        assertThat(host.path("lib/innkeeper/xen/save/" + WEB + ".save")).exists();
        assertThatThrownBy(() -> domains.rename(call, web, "shop"))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID));
        domains.start(call, web, 0);
        assertThat(state()).isEqualTo(DomainState.PAUSED);
        assertThat(host.path("lib/innkeeper/xen/save")).isEmptyDirectory();
    }
}
