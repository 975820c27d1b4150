package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

/** A guest whose disks were written after it was saved. */
class StaleSaveTest {
    private static final UUID WEB = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4);
    private final CallContext call = CallContext.create();
    private final Path image = host.path("root.img");
    private final Path medium = host.path("install.iso");
    private DomainFacet domains;
    private SaveFacet saves;
    private DomainRef web;

    @BeforeEach
    void save() throws IOException {
        Files.writeString(image, "a file system");
        Files.writeString(medium, "a medium");
        DriverConnection connection = host.open();
        domains = connection.facet(DomainFacet.class).orElseThrow();
        saves = connection.facet(SaveFacet.class).orElseThrow();
        String guest = "<domain type='xen'><name>web</name><uuid>" + WEB + "</uuid>"
                + "<memory>65536</memory><bootloader>/usr/bin/pygrub</bootloader><os><type>linux</type></os>"
                + "<devices><disk type='file' device='disk'><source file='" + image + "'/><target dev='xvda'/></disk>"
                + "<disk type='file' device='disk'><source file='" + medium
                + "'/><target dev='xvdb'/><readonly/></disk></devices></domain>";
        web = domains.start(call, domains.defineXml(call, guest, 0), 0);
        saves.managedSave(call, web, 0);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private static void writeLater(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    void doesNotGoOnFromThere() throws IOException {
        writeLater(image);
        assertThatThrownBy(() -> domains.start(call, web, 0)).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
            assertThat(e.info().message()).contains("'web'", image.toString());
            assertThat(e.info().remedy()).isPresent();
        });
        assertThat(saves.hasManagedSave(call, web)).isTrue();
    }

    @Test
    void startsAnewWhereThatIsWanted() throws IOException {
        writeLater(image);
        domains.start(call, web, DomainFlags.START_FORCE_BOOT);
        assertThat(domains.status(call, web).state()).isNotEqualTo(DomainState.SHUT_OFF);
        assertThat(saves.hasManagedSave(call, web)).isFalse();
    }

    @Test
    void mayHaveOtherMediaInTheDrivesItOnlyReads() throws IOException {
        writeLater(medium);
        domains.start(call, web, 0);
        assertThat(domains.status(call, web).state()).isNotEqualTo(DomainState.SHUT_OFF);
    }
}
