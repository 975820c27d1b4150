package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;
import static org.innkeeper.driver.qemu.facet.GuestHost.tinyGuest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.qemu.guest.BootSector;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a start that cannot work says, and that nothing of it is left. */
@Timeout(120)
class StartFailureTest extends GuestHostTest {
    private InnkeeperException failure(String xml) {
        DomainRef domain = host.domains().defineXml(soon(), xml, 0);
        InnkeeperException error = catchThrowableOfType(
                InnkeeperException.class, () -> host.domains().start(soon(), domain, 0));
        assertThat(error).isNotNull();
        assertThat(error.info().message()).contains(domain.name());
        assertThat(host.state(domain)).isEqualTo(DomainState.SHUT_OFF);
        assertThat(host.domains().lookupByName(soon(), domain.name()).active()).isFalse();
        return error;
    }

    private static String disk(Path image, String more) {
        return "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + image
                + "'/><target dev='vda' bus='virtio'/>" + more + "</disk>";
    }

    private void assertNothingLeft() throws IOException {
        for (String directoryName : List.of("active", "run")) {
            Path state = host.root().resolve(directoryName);
            if (Files.exists(state)) {
                assertThat(state).isEmptyDirectory();
            }
        }
    }

    @Test
    void aMissingImageIsNamed() {
        Path image = directory.resolve("nowhere.img");

        InnkeeperException error = failure(tinyGuest("no-image", "", disk(image, "")));

        assertThat(error.info().message()).contains(image.toString()).contains("does not exist");
        assertThat(error.info().remedy()).isPresent();
    }

    @Test
    void anImageOfAnotherRunningGuestIsRefused() {
        Path image = BootSector.write(directory.resolve("shared.img"));
        host.domains().createXml(soon(), tinyGuest("first", "", disk(image, "")), 0);

        InnkeeperException error = failure(tinyGuest("second", "", disk(image, "")));

        assertThat(error.code()).isEqualTo(ErrorCode.RESOURCE_BUSY);
        assertThat(error.info().message()).contains("first").contains(image.toString());
    }

    @Test
    void anImageThatBothOnlyReadCanBeShared() {
        Path image = BootSector.write(directory.resolve("read.img"));
        host.domains().createXml(soon(), tinyGuest("reader1", "", disk(image, "<readonly/>")), 0);

        DomainRef second = host.domains().createXml(soon(), tinyGuest("reader2", "", disk(image, "<readonly/>")), 0);

        assertThat(host.state(second)).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void lastWordsOfQemuAreShown() throws IOException {
        Path image = Files.writeString(directory.resolve("broken.qcow2"), "this is no qcow2 image at all");
        String xml = tinyGuest("dies", "", disk(image, "").replace("type='raw'", "type='qcow2'"));

        InnkeeperException error = failure(xml);

        assertThat(error.info().message()).contains("QEMU ended").contains("qcow2");
        assertThat(error.info().remedy().orElse("")).contains(".log");
        assertNothingLeft();
    }

    @Test
    void moreMemoryThanTheHostHasIsRefused() {
        InnkeeperException error =
                failure(tinyGuest("huge", "", "").replace("<memory unit='MiB'>64", "<memory unit='TiB'>64"));

        assertThat(error.info().message()).contains("memory").contains("MiB in all");
    }

    @Test
    void kvmIsNeverReplacedByEmulation() {
        Assumptions.assumeFalse(Accelerators.detect().status(Accelerator.KVM).usable(), "KVM works on this machine");

        InnkeeperException error = failure(tinyGuest("kvm", "", "").replace("type='qemu'", "type='kvm'"));

        assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(error.info().remedy().orElse("")).contains("qemu");
    }

    @Test
    void aMissingEmulatorIsNamed() {
        InnkeeperException error =
                failure(tinyGuest("emulator", "", "<emulator>/opt/nowhere/qemu-system-x86_64</emulator>"));

        assertThat(error.info().message()).contains("/opt/nowhere/qemu-system-x86_64");
    }

    @Test
    void aTransientGuestThatDoesNotStartIsGone() {
        String xml = tinyGuest("flop", "", disk(directory.resolve("missing"), ""));

        catchThrowableOfType(InnkeeperException.class, () -> host.domains().createXml(soon(), xml, 0));

        assertThat(host.domains().list(soon(), 0)).isEmpty();
    }

    @Test
    void aGuestOfAnotherHypervisorIsRefused() {
        List<String> wrong = List.of(
                tinyGuest("xen", "", "").replace("type='qemu'", "type='xen'"),
                tinyGuest("xen", "", "").replace(">hvm<", ">linux<"));

        for (String xml : wrong) {
            InnkeeperException error = catchThrowableOfType(
                    InnkeeperException.class, () -> host.domains().defineXml(soon(), xml, 0));
            assertThat(error.code()).isIn(ErrorCode.CONFIG_UNSUPPORTED, ErrorCode.XML_ERROR, ErrorCode.OS_TYPE);
        }
        assertThat(host.domains().list(soon(), 0)).isEmpty();
    }
}
