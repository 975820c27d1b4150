package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.SaveFacet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SaveTest {
    @TempDir
    Path directory;

    private GuestHost host;
    private SaveFacet saves;

    @BeforeEach
    void open() {
        host = GuestHost.open(directory);
        saves = host.facet(SaveFacet.class);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void goesOnFromAManagedSave() {
        DomainRef domain = host.domains().start(soon(), host.define("saved"), 0);

        saves.managedSave(soon(), domain, 0);

        assertThat(host.domains().status(soon(), domain)).isEqualTo(new DomainStatus(DomainState.SHUT_OFF, 5));
        assertThat(saves.hasManagedSave(soon(), domain)).isTrue();
        assertThat(host.domains().list(soon(), 1 << 8))
                .extracting(DomainRef::name)
                .containsExactly("saved");
        host.domains().start(soon(), domain, 0);
        await().until(() -> host.state(domain) == DomainState.RUNNING);
        assertThat(host.domains().status(soon(), domain).reason()).isEqualTo(3);
        assertThat(saves.hasManagedSave(soon(), domain)).isFalse();
    }

    @Test
    void restoresFromAFile() {
        DomainRef domain = host.domains().createXml(soon(), GuestHost.tinyGuest("filed", "", ""), 1);
        Path file = directory.resolve("guest.save");

        saves.save(soon(), domain, file.toString(), null, 0);

        assertThat(host.domains().list(soon(), 0)).isEmpty();
        assertThat(saves.savedXml(soon(), file.toString(), 0)).contains("<name>filed</name>");
        saves.restore(soon(), file.toString(), null, 0);
        DomainRef restored = host.domains().lookupByName(soon(), "filed");
        assertThat(restored.uuid()).isEqualTo(domain.uuid());
        assertThat(host.state(restored)).isEqualTo(DomainState.PAUSED);
        host.domains().resume(soon(), restored);
        await().until(() -> host.state(restored) == DomainState.RUNNING);
    }

    @Test
    void whatIsNoSavedGuestIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("no.save"), "something else entirely");

        InnkeeperException error =
                catchThrowableOfType(InnkeeperException.class, () -> saves.restore(soon(), file.toString(), null, 0));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_FAILED);
        assertThat(error.info().message()).contains(file.toString()).contains("no saved guest");
    }

    @Test
    void aSaveThatFailsLeavesTheGuestRunning() {
        DomainRef domain = host.domains().start(soon(), host.define("stays"), 0);
        String nowhere = directory.resolve("missing/dir/guest.save").toString();

        InnkeeperException error =
                catchThrowableOfType(InnkeeperException.class, () -> saves.save(soon(), domain, nowhere, null, 0));

        assertThat(error.info().message()).contains(nowhere);
        await().until(() -> host.state(domain) == DomainState.RUNNING);
    }

    @Test
    void writesACoreDump() {
        DomainRef domain = host.domains().start(soon(), host.define("dumped"), 0);
        Path file = directory.resolve("guest.core");

        saves.coreDump(soon(), domain, file.toString(), 0, 0);

        assertThat(file).isNotEmptyFile();
        await().until(() -> host.state(domain) == DomainState.RUNNING);
    }
}
