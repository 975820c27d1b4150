package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Test;

/** Finding domains, their definitions, and what is stored with them. */
public abstract class DomainContract extends DriverContract {
    /** For subclasses. */
    protected DomainContract() {}

    @Test
    void definedDomainIsThereAndInactive() {
        requires(Feature.DOMAIN_DEFINE);
        String name = uniqueName("defined");
        UUID uuid = UUID.randomUUID();

        DomainRef domain = domains.defineXml(call(), guestXml(name, uuid), 0);

        assertThat(domain).isEqualTo(new DomainRef(name, uuid, DomainRef.INACTIVE));
        assertThat(domains.isPersistent(call(), domain)).isTrue();
        assertThat(domains.status(call(), domain).state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(domains.info(call(), domain).cpuTime()).isZero();
        assertThat(domains.lookupByName(call(), name)).isEqualTo(domain);
        assertThat(domains.lookupByUuid(call(), uuid)).isEqualTo(domain);
        assertThat(domains.list(call(), 0)).contains(domain);
    }

    @Test
    void runningDomainIsFoundByItsId() {
        DomainRef running = runningGuest();

        assertThat(running.id()).isPositive();
        assertThat(domains.lookupById(call(), running.id())).isEqualTo(running);
        assertThat(domains.lookupByName(call(), running.name())).isEqualTo(running);
    }

    @Test
    void whatIsNotThereIsNoDomain() {
        DomainRef ghost = new DomainRef(uniqueName("ghost"), UUID.randomUUID(), DomainRef.INACTIVE);

        assertFails(() -> domains.lookupByName(call(), ghost.name()), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.lookupByUuid(call(), ghost.uuid()), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.lookupById(call(), 2_000_000_000), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.info(call(), ghost), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.status(call(), ghost), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.xml(call(), ghost, 0), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.start(call(), ghost, 0), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.destroy(call(), ghost, 0), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.undefine(call(), ghost, 0), ErrorCode.NO_DOMAIN);
        assertFails(() -> domains.autostart(call(), ghost), ErrorCode.NO_DOMAIN);
    }

    @Test
    void filtersTellActiveFromInactiveOnes() {
        DomainRef off = definedGuest();
        DomainRef on = runningGuest();

        assertThat(domains.list(call(), DomainFlags.LIST_ACTIVE)).contains(on).doesNotContain(off);
        assertThat(domains.list(call(), DomainFlags.LIST_INACTIVE))
                .contains(off)
                .doesNotContain(on);
        assertThat(domains.list(call(), DomainFlags.LIST_ACTIVE | DomainFlags.LIST_INACTIVE))
                .contains(on, off);
        assertThat(domains.list(call(), DomainFlags.LIST_SHUTOFF)).contains(off).doesNotContain(on);
        assertThat(domains.list(call(), DomainFlags.LIST_PERSISTENT)).contains(on, off);
        assertThat(domains.list(call(), DomainFlags.LIST_TRANSIENT)).doesNotContain(on, off);
        assertThat(domains.list(call(), DomainFlags.LIST_INACTIVE | DomainFlags.LIST_RUNNING))
                .as("filters of several groups must all match")
                .doesNotContain(on, off);
        assertThat(domains.list(call(), DomainFlags.LIST_NO_SNAPSHOT | DomainFlags.LIST_NO_MANAGED_SAVE))
                .contains(on, off);
    }

    @Test
    void definingAgainReplacesTheDefinition() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = definedGuest();
        String changed = domains.xml(call(), domain, DomainFlags.XML_INACTIVE)
                .replaceFirst("</uuid>", "</uuid><title>another title</title>");

        assertThat(domains.defineXml(call(), changed, 0)).isEqualTo(domain);
        assertThat(xml(domain, DomainFlags.XML_INACTIVE).element("title").text())
                .isEqualTo("another title");
        assertThat(domains.list(call(), 0)).containsOnlyOnce(domain);
    }

    @Test
    void definitionSurvivesItsOwnXml() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = definedGuest();
        String once = domains.xml(call(), domain, DomainFlags.XML_INACTIVE | DomainFlags.XML_SECURE);

        domains.defineXml(call(), once, 0);

        assertThat(domains.xml(call(), domain, DomainFlags.XML_INACTIVE | DomainFlags.XML_SECURE))
                .isEqualTo(once);
    }

    @Test
    void nameOrUuidOfAnotherDomainIsTaken() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef first = definedGuest();

        InnkeeperException error =
                assertFails(() -> domains.defineXml(call(), guestXml(first.name()), 0), ErrorCode.DOM_EXIST);
        assertThat(error.info().message()).contains(first.name());
        assertFails(
                () -> domains.defineXml(call(), guestXml(uniqueName("other"), first.uuid()), 0), ErrorCode.DOM_EXIST);
        assertThat(domains.lookupByName(call(), first.name())).isEqualTo(first);
    }

    @Test
    void missingUuidIsMade() {
        requires(Feature.DOMAIN_DEFINE);
        String name = uniqueName("no-uuid");

        DomainRef domain = domains.defineXml(call(), fixture.domainXml(name, null), 0);

        assertThat(xml(domain, DomainFlags.XML_INACTIVE).element("uuid").text().strip())
                .isEqualTo(domain.uuid().toString());
        domains.undefine(call(), domain, DomainFlags.UNDEFINE_NVRAM);
    }

    @Test
    void brokenXmlIsRefusedWithItsPlace() {
        requires(Feature.DOMAIN_DEFINE);
        InnkeeperException error = assertFails(
                () -> domains.defineXml(call(), "<domain>\n<name>broken</nam></domain>", 0),
                ErrorCode.XML_DETAIL,
                ErrorCode.XML_ERROR);

        assertThat(error.info().message()).contains("2");
        assertFails(
                () -> domains.defineXml(call(), "<!DOCTYPE domain [<!ENTITY x 'y'>]><domain/>", 0),
                ErrorCode.XML_DETAIL,
                ErrorCode.XML_ERROR);
    }

    @Test
    void definitionWithoutNameIsRefused() {
        requires(Feature.DOMAIN_DEFINE);
        String name = uniqueName("nameless");
        String nameless = fixture.domainXml(name, null).replaceFirst("<name>" + name + "</name>", "");

        assertFails(() -> domains.defineXml(call(), nameless, 0), ErrorCode.XML_ERROR, ErrorCode.NO_NAME);
    }

    @Test
    void undefinedDomainIsGone() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = definedGuest();

        domains.undefine(call(), domain, DomainFlags.UNDEFINE_NVRAM);

        assertFails(() -> domains.lookupByUuid(call(), domain.uuid()), ErrorCode.NO_DOMAIN);
        assertThat(domains.list(call(), 0)).doesNotContain(domain);
    }

    @Test
    void undefiningARunningDomainMakesItTransient() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = runningGuest();
        if (fixture.definitionIsTheRun()) {
            assertFails(() -> domains.undefine(call(), domain, 0), ErrorCode.OPERATION_INVALID);
            return;
        }

        domains.undefine(call(), domain, DomainFlags.UNDEFINE_NVRAM);

        assertThat(domains.isPersistent(call(), domain)).isFalse();
        assertThat(domains.status(call(), domain).state()).isNotEqualTo(DomainState.SHUT_OFF);
        domains.destroy(call(), domain, 0);
        awaitGone(domain);
    }

    @Test
    void transientDomainIsGoneWhenItStops() {
        DomainRef domain = transientGuest(0);

        assertThat(domain.active()).isTrue();
        assertThat(domains.isPersistent(call(), domain)).isFalse();
        assertThat(domains.list(call(), DomainFlags.LIST_TRANSIENT)).contains(domain);
        assertFails(() -> domains.undefine(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        assertFails(() -> domains.setAutostart(call(), domain, true), ErrorCode.OPERATION_INVALID);
        domains.destroy(call(), domain, 0);
        awaitGone(domain);
    }

    @Test
    void transientDomainCanBeStartedPaused() {
        DomainRef domain = transientGuest(DomainFlags.START_PAUSED);

        assertThat(domains.status(call(), domain).state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void transientDomainCanBeDefinedWhileItRuns() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = transientGuest(0);

        domains.defineXml(call(), guestXml(domain.name(), domain.uuid()), 0);

        assertThat(domains.isPersistent(call(), domain)).isTrue();
        domains.destroy(call(), domain, 0);
        awaitState(domain, DomainState.SHUT_OFF);
    }

    private DomainRef transientGuest(long flags) {
        String xml = guestXml(uniqueName("transient"));
        requires(Feature.DOMAIN_CREATE_TRANSIENT, () -> domains.createXml(call(), xml, flags));
        return domains.createXml(call(), xml, flags);
    }

    @Test
    void liveXmlHasAnIdAndTheStoredOneHasNot() {
        DomainRef running = runningGuest();

        assertThat(xml(running, 0).attribute("id")).isEqualTo(Integer.toString(running.id()));
        assertThat(xml(running, DomainFlags.XML_INACTIVE).attribute("id")).isNull();
        assertThat(xml(definedGuest(), 0).attribute("id")).isNull();
    }

    @Test
    void passwordsAreOnlyShownWhenAskedFor() {
        org.junit.jupiter.api.Assumptions.assumeTrue(fixture.hasGraphics(), "guests have no graphics here");
        DomainRef domain = definedGuest();

        XmlElement secure =
                xml(domain, DomainFlags.XML_SECURE).element("devices").element("graphics");
        XmlElement open = xml(domain, 0).element("devices").element("graphics");

        assertThat(secure.attribute("passwd")).isEqualTo("secret");
        assertThat(open.attribute("passwd")).isNull();
    }

    @Test
    void redefiningARunningDomainIsSeenLater() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = runningGuest();

        redefineWithTitle(domain);

        boolean atOnce = fixture.definitionIsTheRun();
        assertThat(xml(domain, 0).element("title") != null).isEqualTo(atOnce);
        assertThat(xml(domain, DomainFlags.XML_INACTIVE).element("title")).isNotNull();
    }

    @Test
    void redefinedRunningDomainIsUpdated() {
        requires(Feature.DOMAIN_DEFINE);
        DomainRef domain = runningGuest();
        assertThat(domains.isUpdated(call(), domain)).isFalse();

        redefineWithTitle(domain);

        assertThat(domains.isUpdated(call(), domain)).isEqualTo(!fixture.definitionIsTheRun());
    }

    private void redefineWithTitle(DomainRef domain) {
        String changed = domains.xml(call(), domain, DomainFlags.XML_INACTIVE)
                .replaceFirst("</uuid>", "</uuid><title>for the next start</title>");
        domains.defineXml(call(), changed, 0);
    }

    @Test
    void autostartIsRemembered() {
        DomainRef domain = definedGuest();
        requires(Feature.DOMAIN_AUTOSTART, () -> domains.setAutostart(call(), domain, true));
        assertThat(domains.autostart(call(), domain)).isFalse();

        domains.setAutostart(call(), domain, true);

        assertThat(domains.autostart(call(), domain)).isTrue();
        assertThat(domains.list(call(), DomainFlags.LIST_AUTOSTART)).contains(domain);
        assertThat(domains.list(call(), DomainFlags.LIST_NO_AUTOSTART)).doesNotContain(domain);
        domains.setAutostart(call(), domain, false);
        assertThat(domains.autostart(call(), domain)).isFalse();
    }

    @Test
    void renamedDomainKeepsItsUuid() {
        DomainRef domain = definedGuest();
        String name = uniqueName("renamed");
        requires(Feature.DOMAIN_RENAME, () -> domains.rename(call(), domain, name));

        DomainRef renamed = domains.rename(call(), domain, name);

        assertThat(renamed).isEqualTo(new DomainRef(name, domain.uuid(), DomainRef.INACTIVE));
        assertThat(domains.lookupByName(call(), name)).isEqualTo(renamed);
        assertThat(xml(renamed, 0).element("name").text()).isEqualTo(name);
        assertFails(() -> domains.lookupByName(call(), domain.name()), ErrorCode.NO_DOMAIN);
    }

    @Test
    void renamingIsRefusedForATakenNameAndARunningDomain() {
        requires(Feature.DOMAIN_RENAME);
        DomainRef domain = definedGuest();
        DomainRef running = runningGuest();

        assertFails(
                () -> domains.rename(call(), domain, running.name()), ErrorCode.DOM_EXIST, ErrorCode.OPERATION_INVALID);
        assertFails(() -> domains.rename(call(), running, uniqueName("x")), ErrorCode.OPERATION_INVALID);
        assertFails(() -> domains.rename(call(), domain, "a/b"), ErrorCode.INVALID_ARG, ErrorCode.XML_ERROR);
    }

    @Test
    void osTypeIsTold() {
        assertThat(domains.osType(call(), definedGuest())).isNotBlank();
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = definedGuest();
        String xml = guestXml(uniqueName("flags"));

        assertRefusesUnknownFlag(() -> domains.list(call(), UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> domains.xml(call(), domain, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> domains.defineXml(call(), xml, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> domains.start(call(), domain, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> domains.undefine(call(), domain, UNKNOWN_FLAG));
        for (Runnable flagged : List.<Runnable>of(
                () -> domains.createXml(call(), xml, UNKNOWN_FLAG),
                () -> domains.shutdown(call(), domain, UNKNOWN_FLAG),
                () -> domains.reboot(call(), domain, UNKNOWN_FLAG),
                () -> domains.setMemory(call(), domain, 1024, UNKNOWN_FLAG),
                () -> domains.setLifecycleAction(call(), domain, 0, 0, UNKNOWN_FLAG))) {
            assertFails(flagged::run, ErrorCode.INVALID_ARG, ErrorCode.NO_SUPPORT);
        }
        assertRefusesUnknownFlag(() -> domains.destroy(call(), domain, UNKNOWN_FLAG));
        assertThat(domains.lookupByUuid(call(), domain.uuid())).isEqualTo(domain);
    }
}
