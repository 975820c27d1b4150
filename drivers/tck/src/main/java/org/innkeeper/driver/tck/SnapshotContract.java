package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.SnapshotFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots: their tree, going back, deleting. */
public abstract class SnapshotContract extends DriverContract {
    private SnapshotFacet snapshots;

    /** For subclasses. */
    protected SnapshotContract() {}

    @BeforeEach
    final void findSnapshots() {
        snapshots = required(SnapshotFacet.class, Feature.DOMAIN_SNAPSHOT);
    }

    private SnapshotRef take(DomainRef domain, String name) {
        return snapshots.create(
                call(),
                domain,
                "<domainsnapshot><name>" + name + "</name><description>about " + name
                        + "</description></domainsnapshot>",
                0);
    }

    @Test
    void eachSnapshotIsTheChildOfTheOneBefore() {
        DomainRef domain = definedGuest();
        assertThat(snapshots.current(call(), domain)).isEmpty();

        SnapshotRef first = take(domain, "first");
        SnapshotRef second = take(domain, "second");

        assertThat(first).isEqualTo(new SnapshotRef(domain, "first"));
        assertThat(snapshots.list(call(), domain, 0)).containsExactlyInAnyOrder(first, second);
        assertThat(snapshots.current(call(), domain)).contains(second);
        assertThat(snapshots.parent(call(), second)).contains(first);
        assertThat(snapshots.parent(call(), first)).isEmpty();
        assertThat(snapshots.children(call(), first, 0)).containsExactly(second);
        assertThat(snapshots.lookup(call(), domain, "first")).isEqualTo(first);
        assertThat(domains.list(call(), DomainFlags.LIST_HAS_SNAPSHOT)).contains(domain);
    }

    @Test
    void filtersFollowTheTree() {
        DomainRef domain = definedGuest();
        SnapshotRef root = take(domain, "root");
        SnapshotRef middle = take(domain, "middle");
        SnapshotRef leaf = take(domain, "leaf");

        assertThat(snapshots.list(call(), domain, SnapshotFlags.LIST_ROOTS)).containsExactly(root);
        assertThat(snapshots.list(call(), domain, SnapshotFlags.LIST_LEAVES)).containsExactly(leaf);
        assertThat(snapshots.list(call(), domain, SnapshotFlags.LIST_NO_LEAVES))
                .containsExactlyInAnyOrder(root, middle);
        assertThat(snapshots.list(call(), domain, SnapshotFlags.LIST_TOPOLOGICAL))
                .containsExactly(root, middle, leaf);
        assertThat(snapshots.children(call(), root, SnapshotFlags.LIST_DESCENDANTS))
                .containsExactlyInAnyOrder(middle, leaf);
        assertThat(snapshots.list(call(), domain, SnapshotFlags.LIST_INACTIVE)).hasSize(3);
        assertThat(snapshots.list(call(), domain, SnapshotFlags.LIST_ACTIVE)).isEmpty();
    }

    @Test
    void xmlTellsAllOfIt() {
        DomainRef domain = definedGuest();
        take(domain, "first");
        SnapshotRef second = take(domain, "second");

        XmlElement xml = XmlDocument.parse(snapshots.xml(call(), second, 0)).root();

        assertThat(xml.name()).isEqualTo("domainsnapshot");
        assertThat(xml.element("name").text()).isEqualTo("second");
        assertThat(xml.element("description").text()).isEqualTo("about second");
        assertThat(xml.element("state").text()).isEqualTo("shutoff");
        assertThat(xml.element("parent").element("name").text()).isEqualTo("first");
        assertThat(Long.parseLong(xml.element("creationTime").text())).isPositive();
        assertThat(xml.element("domain").element("uuid").text())
                .isEqualTo(domain.uuid().toString());
        if (fixture.hasGraphics()) {
            assertThat(snapshots.xml(call(), second, 0)).doesNotContain("secret");
            assertThat(snapshots.xml(call(), second, SnapshotFlags.XML_SECURE)).contains("secret");
        }
    }

    @Test
    void missingNameIsMade() {
        DomainRef domain = definedGuest();

        SnapshotRef snapshot = snapshots.create(call(), domain, "<domainsnapshot/>", 0);

        assertThat(snapshot.name()).isNotBlank();
        assertThat(snapshots.list(call(), domain, 0)).containsExactly(snapshot);
    }

    @Test
    void takenNameIsRefused() {
        DomainRef domain = definedGuest();
        SnapshotRef first = take(domain, "first");

        assertFails(
                () -> take(domain, "first"),
                ErrorCode.OPERATION_INVALID,
                ErrorCode.OPERATION_FAILED,
                ErrorCode.INVALID_ARG);
        assertThat(snapshots.list(call(), domain, 0)).containsExactly(first);
    }

    @Test
    void whatIsNotThereIsNoSnapshot() {
        DomainRef domain = definedGuest();
        SnapshotRef ghost = new SnapshotRef(domain, "ghost");

        assertFails(() -> snapshots.lookup(call(), domain, "ghost"), ErrorCode.NO_DOMAIN_SNAPSHOT);
        assertFails(() -> snapshots.xml(call(), ghost, 0), ErrorCode.NO_DOMAIN_SNAPSHOT);
        assertFails(() -> snapshots.revert(call(), ghost, 0), ErrorCode.NO_DOMAIN_SNAPSHOT);
        assertFails(() -> snapshots.delete(call(), ghost, 0), ErrorCode.NO_DOMAIN_SNAPSHOT);
    }

    @Test
    void revertingPutsTheDefinitionBack() {
        DomainRef domain = definedGuest();
        SnapshotRef before = take(domain, "before");
        String changed = domains.xml(call(), domain, DomainFlags.XML_INACTIVE | DomainFlags.XML_SECURE)
                .replaceFirst("</uuid>", "</uuid><title>changed since</title>");
        domains.defineXml(call(), changed, 0);
        take(domain, "after");

        snapshots.revert(call(), before, 0);

        assertThat(xml(domain, DomainFlags.XML_INACTIVE).element("title")).isNull();
        assertThat(snapshots.current(call(), domain)).contains(before);
        assertThat(domains.status(call(), domain).state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @Test
    void revertingCanStartTheGuest() {
        DomainRef domain = definedGuest();
        SnapshotRef before = take(domain, "before");

        snapshots.revert(call(), before, SnapshotFlags.REVERT_PAUSED);

        awaitState(domain, DomainState.PAUSED);
        assertFails(
                () -> snapshots.revert(call(), before, SnapshotFlags.REVERT_PAUSED | SnapshotFlags.REVERT_RUNNING),
                ErrorCode.INVALID_ARG);
    }

    @Test
    void deletingInTheMiddleKeepsTheTree() {
        DomainRef domain = definedGuest();
        SnapshotRef root = take(domain, "root");
        SnapshotRef middle = take(domain, "middle");
        SnapshotRef leaf = take(domain, "leaf");

        snapshots.delete(call(), middle, 0);

        assertThat(snapshots.list(call(), domain, 0)).containsExactlyInAnyOrder(root, leaf);
        assertThat(snapshots.parent(call(), leaf)).contains(root);
        assertThat(snapshots.current(call(), domain)).contains(leaf);
    }

    @Test
    void deletingTheCurrentOneMakesItsParentCurrent() {
        DomainRef domain = definedGuest();
        SnapshotRef root = take(domain, "root");
        SnapshotRef leaf = take(domain, "leaf");

        snapshots.delete(call(), leaf, 0);

        assertThat(snapshots.current(call(), domain)).contains(root);
    }

    @Test
    void deletingWithAllBelow() {
        DomainRef domain = definedGuest();
        SnapshotRef root = take(domain, "root");
        take(domain, "middle");
        take(domain, "leaf");

        snapshots.delete(call(), root, SnapshotFlags.DELETE_CHILDREN_ONLY);
        assertThat(snapshots.list(call(), domain, 0)).containsExactly(root);
        assertThat(snapshots.current(call(), domain)).contains(root);
        take(domain, "again");
        snapshots.delete(call(), root, SnapshotFlags.DELETE_CHILDREN);

        assertThat(snapshots.list(call(), domain, 0)).isEmpty();
        assertThat(snapshots.current(call(), domain)).isEmpty();
    }

    @Test
    void snapshotsGuardTheDefinition() {
        DomainRef domain = definedGuest();
        take(domain, "first");

        assertFails(() -> domains.undefine(call(), domain, 0), ErrorCode.OPERATION_INVALID);
        domains.undefine(call(), domain, DomainFlags.UNDEFINE_SNAPSHOTS_METADATA | DomainFlags.UNDEFINE_NVRAM);
        assertThat(domains.list(call(), 0)).doesNotContain(domain);
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = definedGuest();
        SnapshotRef snapshot = take(domain, "first");

        for (Runnable flagged : List.<Runnable>of(
                () -> snapshots.list(call(), domain, UNKNOWN_FLAG),
                () -> snapshots.children(call(), snapshot, UNKNOWN_FLAG),
                () -> snapshots.create(call(), domain, "<domainsnapshot/>", UNKNOWN_FLAG),
                () -> snapshots.xml(call(), snapshot, UNKNOWN_FLAG),
                () -> snapshots.revert(call(), snapshot, UNKNOWN_FLAG),
                () -> snapshots.delete(call(), snapshot, UNKNOWN_FLAG))) {
            assertRefusesUnknownFlag(flagged::run);
        }
        assertThat(snapshots.list(call(), domain, 0)).containsExactly(snapshot);
    }
}
