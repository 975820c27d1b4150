package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.SnapshotFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots of a running guest, and those a driver is only told about. */
class SnapshotTreeTest extends PlainHost {
    private SnapshotFacet snapshots;

    @BeforeEach
    void findSnapshots() {
        snapshots = facet(SnapshotFacet.class);
    }

    private SnapshotRef take(String name, long flags) {
        return snapshots.create(context, test, "<domainsnapshot><name>" + name + "</name></domainsnapshot>", flags);
    }

    @Test
    void snapshotOfARunningGuestHasItsMemory() {
        SnapshotRef snapshot = take("live", 0);
        domains.destroy(context, test, 0);

        snapshots.revert(context, snapshot, 0);

        assertThat(domains.status(context, test).state()).isEqualTo(DomainState.RUNNING);
        assertThat(snapshots.xml(context, snapshot, 0))
                .contains("<state>running</state>", "<memory snapshot='internal'/>", "<disk name='vda' snapshot=");
        assertThat(snapshots.list(context, test, SnapshotFlags.LIST_ACTIVE)).hasSize(1);
    }

    @Test
    void snapshotOfDisksAloneHasNoMemory() {
        SnapshotRef snapshot = take("disks", SnapshotFlags.CREATE_DISK_ONLY);

        assertThat(snapshots.xml(context, snapshot, 0))
                .contains("<state>disk-snapshot</state>", "<memory snapshot='no'/>");
        assertThat(snapshots.list(context, test, SnapshotFlags.LIST_DISK_ONLY)).hasSize(1);
        assertThat(snapshots.list(context, test, SnapshotFlags.LIST_EXTERNAL)).hasSize(1);
        snapshots.revert(context, snapshot, 0);
        assertThat(domains.status(context, test).state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @Test
    void externalDiskIsAFileUnlessItSaysMore() {
        SnapshotRef snapshot = snapshots.create(
                context,
                test,
                "<domainsnapshot><name>out</name><creationTime>5</creationTime><disks>"
                        + "<disk name='vda' snapshot='external'><driver/><source file='/o'/></disk></disks></domainsnapshot>",
                0);

        assertThat(snapshots.xml(context, snapshot, 0))
                .contains("<disk name='vda' snapshot='external' type='file'>")
                .doesNotContain("<driver/>", "<creationTime>5</creationTime>");
    }

    @Test
    void guestCanBeStoppedAfterwards() {
        take("last", SnapshotFlags.CREATE_HALT);

        assertThat(domains.status(context, test).state()).isEqualTo(DomainState.SHUT_OFF);
        assertFails(ErrorCode.OPERATION_INVALID, () -> take("again", SnapshotFlags.CREATE_HALT));
    }

    @Test
    void forgottenSnapshotIsNotListed() {
        take("forgotten", SnapshotFlags.CREATE_NO_METADATA);

        assertThat(snapshots.list(context, test, 0)).isEmpty();
        assertThat(snapshots.current(context, test)).isEmpty();
    }

    @Test
    void redefinedSnapshotIsWhatItsDocumentSays() {
        SnapshotRef first = take("first", 0);
        SnapshotRef second = take("second", 0);
        String xml = snapshots.xml(context, second, SnapshotFlags.XML_SECURE);
        snapshots.delete(context, second, 0);

        snapshots.create(context, test, xml, SnapshotFlags.CREATE_REDEFINE | SnapshotFlags.CREATE_CURRENT);

        assertThat(snapshots.xml(context, second, SnapshotFlags.XML_SECURE)).isEqualTo(xml);
        assertThat(snapshots.parent(context, second)).contains(first);
        assertThat(snapshots.current(context, test)).contains(second);
    }

    @Test
    void noSnapshotCanBeAboveItself() {
        take("first", 0);
        take("second", 0);

        assertFails(
                ErrorCode.INVALID_ARG,
                () -> snapshots.create(
                        context,
                        test,
                        "<domainsnapshot><name>first</name><state>shutoff</state>"
                                + "<parent><name>second</name></parent></domainsnapshot>",
                        SnapshotFlags.CREATE_REDEFINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<domainsnapshot><name>a/b</name></domainsnapshot>",
                "<domainsnapshot><name>.hidden</name></domainsnapshot>",
                "<network/>"
            })
    void nonsenseIsRefused(String xml) {
        assertFails(ErrorCode.XML_ERROR, () -> snapshots.create(context, test, xml, 0));
    }
}
