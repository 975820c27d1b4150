package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.driver.qemu.guest.BootSector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when a guest powers off, reboots and crashes by itself. */
@Timeout(120)
class LifecycleActionTest extends GuestHostTest {
    private static final int KEY_C = 46;
    private static final int KEY_O = 24;
    private static final int KEY_R = 19;

    private DomainRef start(String actions) {
        Path image = BootSector.write(directory.resolve("guest.img"));
        String xml = GuestHost.tinyGuest(
                "actor",
                "<features><acpi/></features>" + actions,
                "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + image
                        + "'/><target dev='vda' bus='virtio'/></disk><serial type='file'><source path='"
                        + serial() + "'/></serial><panic model='isa'/>");
        DomainRef domain = host.domains().start(soon(), host.domains().defineXml(soon(), xml, 0), 0);
        awaitBoots(1);
        return domain;
    }

    private Path serial() {
        return directory.resolve("serial");
    }

    /** The system of the guest writes one letter each time it comes up. */
    private void awaitBoots(int count) {
        await().until(() -> Files.exists(serial()) && boots() >= count);
    }

    private long boots() throws IOException {
        return Files.size(serial());
    }

    private void press(DomainRef domain, int key) {
        host.facet(ConsoleFacet.class).sendKey(soon(), domain, 0, 0, List.of(key));
    }

    private void awaitState(DomainRef domain, DomainState state) {
        await().until(() -> host.state(domain) == state);
    }

    @Test
    void poweroffDestroys() {
        DomainRef domain = start("");

        press(domain, KEY_O);

        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(host.domains().status(soon(), domain)).isEqualTo(new DomainStatus(DomainState.SHUT_OFF, 1));
        await().untilAsserted(() -> assertThat(host.lifecycle(domain.uuid()))
                .endsWith(DomainLifecycleType.SHUTDOWN, DomainLifecycleType.STOPPED));
    }

    @Test
    void poweroffRestarts() {
        DomainRef domain = start("<on_poweroff>restart</on_poweroff>");

        press(domain, KEY_O);

        awaitBoots(2);
        awaitState(domain, DomainState.RUNNING);
        assertThat(host.domains().lookupByUuid(soon(), domain.uuid())).isEqualTo(domain);
    }

    @Test
    void poweroffPreserves() {
        DomainRef domain = start("<on_poweroff>preserve</on_poweroff>");

        press(domain, KEY_O);

        awaitState(domain, DomainState.SHUTTING_DOWN);
        assertThat(host.domains().lookupByUuid(soon(), domain.uuid()).active()).isTrue();
        host.domains().destroy(soon(), domain, 0);
        awaitState(domain, DomainState.SHUT_OFF);
    }

    @Test
    void poweroffRenamesAndRestarts() {
        DomainRef domain = start("<on_poweroff>rename-restart</on_poweroff>");

        press(domain, KEY_O);

        awaitBoots(2);
        await().until(() ->
                host.domains().lookupByUuid(soon(), domain.uuid()).name().equals("actor-1"));
        awaitState(domain, DomainState.RUNNING);
        assertThat(host.domains().xml(soon(), domain, 2)).contains("<name>actor-1</name>");
    }

    @Test
    void rebootRestarts() {
        DomainRef domain = start("");

        press(domain, KEY_R);

        awaitBoots(2);
        awaitState(domain, DomainState.RUNNING);
    }

    @Test
    void rebootDestroys() {
        DomainRef domain = start("<on_reboot>destroy</on_reboot>");

        press(domain, KEY_R);

        awaitState(domain, DomainState.SHUT_OFF);
    }

    @Test
    void rebootPreserves() {
        DomainRef domain = start("<on_reboot>preserve</on_reboot>");

        press(domain, KEY_R);

        awaitState(domain, DomainState.SHUTTING_DOWN);
        host.domains().destroy(soon(), domain, 0);
    }

    @Test
    void poweroffStillDestroysWhereRebootPreserves() {
        DomainRef domain = start("<on_reboot>preserve</on_reboot>");

        press(domain, KEY_O);

        awaitState(domain, DomainState.SHUT_OFF);
    }

    @Test
    void crashDestroys() {
        DomainRef domain = start("<on_crash>destroy</on_crash>");

        press(domain, KEY_C);

        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(host.domains().status(soon(), domain)).isEqualTo(new DomainStatus(DomainState.SHUT_OFF, 3));
    }

    @Test
    void crashWritesACoreDumpFirst() {
        DomainRef domain = start("<on_crash>coredump-destroy</on_crash>");

        press(domain, KEY_C);

        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(host.root().resolve("dump")).isDirectoryContaining("glob:**.core");
    }

    @Test
    void aPreservedCrashIsFoundAgain() {
        DomainRef domain = start("<on_crash>preserve</on_crash>");
        press(domain, KEY_C);
        awaitState(domain, DomainState.CRASHED);

        host.leave();
        host.reopen();

        assertThat(host.state(domain)).isEqualTo(DomainState.CRASHED);
    }

    @Test
    void rebootByUsPowersOffAndOn() {
        DomainRef domain = start("");

        host.domains().reboot(soon(), domain, 0);

        awaitBoots(2);
        awaitState(domain, DomainState.RUNNING);
        host.domains().shutdown(soon(), domain, 0);
        awaitState(domain, DomainState.SHUT_OFF);
    }
}
