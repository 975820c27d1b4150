package org.innkeeper.driver.openvz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SaveFacet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pausing, saving and consoles: what vzctl is told for them, and what hosts that cannot do. */
class OpenvzRunTest {
    private static final String UUID = "8509a1d4-1569-4467-8b37-4e433a1ac7b1";

    private final VzSandbox host = new VzSandbox();
    private DriverConnection connection;
    private DomainFacet domains;

    @BeforeEach
    void open() {
        host.write("etc/conf/101.conf", "IP_ADDRESS=\"10.0.0.1 2001:db8::1/64\"\n#UUID: " + UUID + "\n");
        connection = host.open();
        domains = facet(DomainFacet.class);
    }

    @AfterEach
    void removeHost() {
        connection.close();
        host.close();
    }

    private <F extends Facet> F facet(Class<F> kind) {
        return connection.facet(kind).orElseThrow();
    }

    private static CallContext call() {
        return CallContext.within(Duration.ofSeconds(60));
    }

    private DomainRef domain() {
        return domains.lookupByName(call(), "101");
    }

    private DomainRef running() {
        return domains.start(call(), domain(), 0);
    }

    private DomainState state() {
        return domains.status(call(), domain()).state();
    }

    private static InnkeeperException failure(ThrowingCallable call) {
        return catchThrowableOfType(InnkeeperException.class, call);
    }

    /** What vzctl was told since the container was started. */
    private List<String> calls() {
        List<String> all = host.calls().stream().map(String::strip).toList();
        return all.subList(all.indexOf("start 101") + 1, all.size());
    }

    @Test
    void pausedContainerIsSeenByOthersAndEndsOnlyAsACheckpoint() {
        DomainRef domain = running();

        domains.suspend(call(), domain);

        try (DriverConnection other = host.open()) {
            DomainFacet seen = other.facet(DomainFacet.class).orElseThrow();
            assertThat(seen.status(call(), domain).state()).isEqualTo(DomainState.PAUSED);
        }
        assertThat(failure(() -> domains.suspend(call(), domain)).code()).isEqualTo(ErrorCode.OPERATION_INVALID);
        assertThat(failure(() -> domains.shutdown(call(), domain, 0)).info().remedy())
                .hasValue("Resume it first");
        domains.destroy(call(), domain, 0);
        assertThat(state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(calls()).containsExactly("chkpnt 101 --suspend", "chkpnt 101 --kill", "umount 101");
    }

    @Test
    void frozenContainerIsSavedWithoutAMomentsRun() {
        DomainRef domain = running();
        SaveFacet saves = facet(SaveFacet.class);
        String file = host.path("saved").toString();
        domains.suspend(call(), domain);

        saves.save(call(), domain, file, null, 0);
        saves.restore(call(), file, null, 0);

        assertThat(state()).as("it was paused").isEqualTo(DomainState.PAUSED);
        assertThat(calls().subList(1, 5))
                .containsExactly(
                        "chkpnt 101 --dump --dumpfile " + file,
                        "chkpnt 101 --kill",
                        "umount 101",
                        "restore 101 --undump --dumpfile " + file);
        assertThat(host.path("saved")).as("it cannot be restored twice").doesNotExist();
        assertThat(host.path("saved.openvz.xml")).doesNotExist();
        assertThat(failure(() -> saves.managedSave(call(), domain, 0)).info().message())
                .contains("restored paused");
        domains.resume(call(), domain);
        assertThat(calls()).last().isEqualTo("restore 101 --resume");
        assertThat(state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void savedContainerCanBeStartedPaused() {
        DomainRef domain = running();
        facet(SaveFacet.class).managedSave(call(), domain, 0);
        assertThat(host.path("dump/Dump.101")).exists();

        domains.start(call(), domain, DomainFlags.START_PAUSED);

        assertThat(state()).isEqualTo(DomainState.PAUSED);
        assertThat(calls()).last().isEqualTo("restore 101 --undump --dumpfile " + host.path("dump/Dump.101"));
        assertThat(host.path("dump/Dump.101")).doesNotExist();
    }

    @Test
    void failedSaveLeavesNothingAndSaysWhatVzctlSaid() {
        DomainRef domain = running();

        InnkeeperException error = failure(() ->
                facet(SaveFacet.class).save(call(), domain, host.path("run").toString(), null, 0));

        assertThat(error.info().message()).contains("exit code 16", "Can not create dump file");
        assertThat(host.path("run.openvz.xml")).doesNotExist();
        assertThat(state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void fileWithoutItsCompanionIsNotGuessedAt() throws Exception {
        SaveFacet saves = facet(SaveFacet.class);
        Files.writeString(host.path("foreign"), "memory");
        Files.writeString(host.path("broken"), "memory");
        Files.writeString(host.path("broken.openvz.xml"), "<savedContainer/>");

        InnkeeperException foreign =
                failure(() -> saves.restore(call(), host.path("foreign").toString(), null, 0));
        InnkeeperException broken =
                failure(() -> saves.restore(call(), host.path("broken").toString(), null, 0));

        assertThat(foreign.code()).isEqualTo(ErrorCode.OPEN_FAILED);
        assertThat(foreign.info().remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("vzctl restore"));
        assertThat(broken.info().message()).contains("no definition");
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void consoleEndsWithTheStreamAndVzctlIsToldSo() {
        DomainRef domain = running();
        try (ByteStream console = facet(ConsoleFacet.class).openConsole(call(), domain, "console0", 0)) {
            byte[] typed = "x\r".getBytes(StandardCharsets.US_ASCII);
            console.write(typed, 0, typed.length);
            byte[] read = new byte[16];
            assertThat(console.read(read, 0, read.length)).isPositive();
            assertThat(read[0]).isEqualTo((byte) 'x');
            assertThat(failure(() -> facet(ConsoleFacet.class).openConsole(call(), domain, null, 0))
                            .code())
                    .isEqualTo(ErrorCode.RESOURCE_BUSY);
        }

        Awaitility.await().until(() -> host.calls().contains("detached 101"));
        facet(ConsoleFacet.class).openConsole(call(), domain, null, 0).close();
    }

    @Test
    void consoleThatVzctlCannotOpenSaysWhy() throws Exception {
        DomainRef domain = running();
        String said = "#!/bin/sh\necho 'Error in VE_CONFIGURE_OPEN_TTY: Inappropriate ioctl for device' >&2\nexit 3\n";
        host.program("tools/vzctl", said);
        try (ByteStream console = facet(ConsoleFacet.class).openConsole(call(), domain, null, 0)) {
            InnkeeperException error = failure(() -> console.read(new byte[8], 0, 8));

            assertThat(error.info().message()).contains("101", "exit code 3", "VE_CONFIGURE_OPEN_TTY");
        }
    }

    @Test
    void consoleClosesWithTheConnection() {
        DomainRef domain = running();
        ByteStream console = facet(ConsoleFacet.class).openConsole(call(), domain, null, 0);

        connection.close();

        assertThat(console.read(new byte[8], 0, 8)).isEqualTo(-1);
    }

    @Test
    void addressesAreThoseTheHostRoutes() {
        DomainRef domain = running();
        ConsoleFacet consoles = facet(ConsoleFacet.class);

        assertThat(consoles.interfaceAddresses(call(), domain, 0))
                .containsExactly(new InterfaceAddress("venet0", null, List.of("10.0.0.1/32", "2001:db8::1/64")));
        assertThat(consoles.interfaceAddresses(call(), domain, 1)).isEmpty();
    }

    @Test
    void hostThatCannotOffersItNot() throws Exception {
        DomainRef domain = running();
        host.write("old", "");
        try (DriverConnection old = host.open()) {
            assertThat(old.features())
                    .doesNotContain(
                            Feature.DOMAIN_SUSPEND,
                            Feature.DOMAIN_SAVE,
                            Feature.DOMAIN_MANAGED_SAVE,
                            Feature.DOMAIN_CONSOLE,
                            Feature.DOMAIN_VCPU_PIN)
                    .contains(Feature.DOMAIN_METADATA, Feature.EVENTS);
            DomainFacet theirs = old.facet(DomainFacet.class).orElseThrow();
            assertThat(failure(() -> theirs.suspend(call(), domain)).code()).isEqualTo(ErrorCode.NO_SUPPORT);
            assertThat(theirs.xml(call(), domain, 0)).doesNotContain("<console");
            assertThat(reason(old, Feature.DOMAIN_SAVE)).contains("installed vzctl");
            assertThat(reason(old, Feature.DOMAIN_CONSOLE)).contains("installed vzctl");
            assertThat(reason(old, Feature.DOMAIN_SNAPSHOT)).contains("left to vzctl");
            assertThat(old.absence(Feature.DOMAIN_METADATA)).as("it is there").isEmpty();
            assertThat(old.absence(Feature.SECRETS)).as("nothing to add").isEmpty();
        }
        Files.delete(host.path("old"));
        Files.delete(host.path("proc/rst"));
        try (DriverConnection otherKernel = host.open()) {
            assertThat(otherKernel.features())
                    .contains(Feature.DOMAIN_CONSOLE, Feature.DOMAIN_VCPU_PIN)
                    .doesNotContain(Feature.DOMAIN_SUSPEND, Feature.DOMAIN_SAVE);
            assertThat(reason(otherKernel, Feature.DOMAIN_SUSPEND)).contains("/proc/cpt");
        }
    }

    private static String reason(DriverConnection connection, Feature feature) {
        return connection.absence(feature).orElseThrow().message();
    }
}
