package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saving to disk, restoring, core dumps. */
public abstract class SaveContract extends DriverContract {
    private SaveFacet saves;

    /** For subclasses. */
    protected SaveContract() {}

    @BeforeEach
    final void findSaves() {
        saves = required(SaveFacet.class, Feature.DOMAIN_SAVE);
    }

    private String file() {
        return fixture.hostPath(uniqueName("saved"));
    }

    @Test
    void savedGuestStopsAndGoesOnWhenRestored() {
        DomainRef domain = runningGuest();
        String file = file();

        saves.save(call(), domain, file, null, 0);
        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(current(domain).active()).isFalse();
        saves.restore(call(), file, null, 0);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(current(domain).id()).isPositive();
        assertThat(current(domain).id() == domain.id()).isEqualTo(fixture.definitionIsTheRun());
    }

    @Test
    void guestCanBeLeftPausedWhenRestored() {
        DomainRef domain = runningGuest();
        String file = file();
        saves.save(call(), domain, file, null, DomainFlags.SAVE_PAUSED);
        awaitState(domain, DomainState.SHUT_OFF);

        saves.restore(call(), file, null, 0);

        awaitState(domain, DomainState.PAUSED);
        domains.resume(call(), current(domain));
        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void savedFileTellsItsDefinition() {
        DomainRef domain = runningGuest();
        String file = file();
        saves.save(call(), domain, file, null, 0);

        var root = XmlDocument.parse(saves.savedXml(call(), file, 0)).root();

        assertThat(root.element("name").text()).isEqualTo(domain.name());
        assertThat(root.element("uuid").text()).isEqualTo(domain.uuid().toString());
    }

    @Test
    void passwordsOfASavedFileAreToldOnlyWhenAskedFor() {
        Assumptions.assumeTrue(fixture.hasGraphics(), "guests have no graphics here");
        DomainRef domain = runningGuest();
        String file = file();
        saves.save(call(), domain, file, null, 0);

        assertThat(saves.savedXml(call(), file, 0)).doesNotContain("secret");
        assertThat(saves.savedXml(call(), file, DomainFlags.XML_SECURE)).contains("secret");
    }

    @Test
    void whatDoesNotRunCannotBeSaved() {
        DomainRef domain = definedGuest();

        assertFails(() -> saves.save(call(), domain, file(), null, 0), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void missingFileCannotBeRestored() {
        assertFails(
                () -> saves.restore(call(), fixture.hostPath("no-such-file"), null, 0),
                ErrorCode.OPERATION_FAILED,
                ErrorCode.OPEN_FAILED,
                ErrorCode.SYSTEM_ERROR,
                ErrorCode.INVALID_ARG);
    }

    @Test
    void runningGuestCannotBeRestoredOver() {
        DomainRef domain = runningGuest();
        String file = file();
        saves.save(call(), domain, file, null, 0);
        awaitState(domain, DomainState.SHUT_OFF);
        DomainRef again = domains.start(call(), domain, 0);

        assertFails(() -> saves.restore(call(), file, null, 0), ErrorCode.OPERATION_INVALID, ErrorCode.DOM_EXIST);
        assertThat(current(domain).id()).isEqualTo(again.id());
    }

    @Test
    void managedSaveIsUsedByTheNextStart() {
        requires(Feature.DOMAIN_MANAGED_SAVE);
        DomainRef domain = runningGuest();
        assertThat(saves.hasManagedSave(call(), domain)).isFalse();

        saves.managedSave(call(), domain, 0);
        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(saves.hasManagedSave(call(), domain)).isTrue();
        assertThat(domains.list(call(), DomainFlags.LIST_MANAGED_SAVE)).contains(current(domain));
        domains.start(call(), domain, 0);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(saves.hasManagedSave(call(), domain)).isFalse();
    }

    @Test
    void managedSaveGuardsTheDefinition() {
        requires(Feature.DOMAIN_MANAGED_SAVE);
        DomainRef domain = runningGuest();
        saves.managedSave(call(), domain, 0);
        awaitState(domain, DomainState.SHUT_OFF);

        assertFails(() -> domains.undefine(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        saves.removeManagedSave(call(), domain);
        assertThat(saves.hasManagedSave(call(), domain)).isFalse();
        domains.undefine(call(), domain, DomainFlags.UNDEFINE_NVRAM);
        assertThat(domains.list(call(), 0)).doesNotContain(domain);
    }

    @Test
    void managedSaveCanBeThrownAwayAtStart() {
        requires(Feature.DOMAIN_MANAGED_SAVE);
        DomainRef domain = runningGuest();
        saves.managedSave(call(), domain, 0);
        awaitState(domain, DomainState.SHUT_OFF);

        domains.start(call(), domain, DomainFlags.START_FORCE_BOOT);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(saves.hasManagedSave(call(), domain)).isFalse();
    }

    @Test
    void transientGuestHasNoManagedSave() {
        requires(Feature.DOMAIN_MANAGED_SAVE);
        requires(Feature.DOMAIN_CREATE_TRANSIENT);
        DomainRef domain = domains.createXml(call(), guestXml(uniqueName("transient")), 0);

        assertFails(() -> saves.managedSave(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        assertThat(current(domain).active()).isTrue();
    }

    @Test
    void progressIsTold() {
        DomainRef domain = runningGuest();
        List<Double> told = new CopyOnWriteArrayList<>();

        saves.save(CallContext.watchedBy(told::add), domain, file(), null, 0);

        assertThat(told).isNotEmpty().allSatisfy(p -> assertThat(p).isBetween(-1.0, 1.0));
        assertThat(told.get(told.size() - 1)).isEqualTo(1.0);
    }

    @Test
    void coreDumpLeavesTheGuestRunning() {
        requires(Feature.DOMAIN_CORE_DUMP, () -> saves.coreDump(call(), runningGuest(), file(), 0, 0));
        DomainRef domain = runningGuest();

        saves.coreDump(call(), domain, file(), 0, DomainFlags.DUMP_MEMORY_ONLY);

        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(current(domain).id()).isEqualTo(domain.id());
        assertFails(() -> saves.coreDump(call(), definedGuest(), file(), 0, 0), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void coreDumpCanEndTheRun() {
        requires(Feature.DOMAIN_CORE_DUMP);
        DomainRef domain = runningGuest();

        saves.coreDump(call(), domain, file(), 0, DomainFlags.DUMP_CRASH | DomainFlags.DUMP_MEMORY_ONLY);

        awaitState(domain, DomainState.SHUT_OFF);
    }

    @Test
    void contradictingFlagsAreRefused() {
        DomainRef domain = runningGuest();

        assertFails(
                () -> saves.save(call(), domain, file(), null, DomainFlags.SAVE_RUNNING | DomainFlags.SAVE_PAUSED),
                ErrorCode.INVALID_ARG);
        assertThat(current(domain).active()).isTrue();
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = runningGuest();

        assertRefusesUnknownFlag(() -> saves.save(call(), domain, file(), null, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> saves.restore(call(), file(), null, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> saves.savedXml(call(), file(), UNKNOWN_FLAG));
        assertFails(() -> saves.managedSave(call(), domain, UNKNOWN_FLAG), ErrorCode.INVALID_ARG, ErrorCode.NO_SUPPORT);
        assertFails(
                () -> saves.coreDump(call(), domain, file(), 0, UNKNOWN_FLAG),
                ErrorCode.INVALID_ARG,
                ErrorCode.NO_SUPPORT);
        assertThat(current(domain).active()).isTrue();
    }
}
