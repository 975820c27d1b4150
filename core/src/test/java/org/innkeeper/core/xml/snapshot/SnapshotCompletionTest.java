package org.innkeeper.core.xml.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.Test;

class SnapshotCompletionTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_555_419_243, 700_000_000);

    private static SnapshotDocument completed(String inner) {
        SnapshotDocument snapshot =
                SnapshotDocument.parse("<domainsnapshot><name>before</name>" + inner + "</domainsnapshot>");
        SnapshotCompletion.complete(snapshot, NOW);
        return snapshot;
    }

    private static void assertSame(SnapshotDocument snapshot, String expectedInner) {
        String expected = "<domainsnapshot><name>before</name><creationTime>1555419243</creationTime>" + expectedInner
                + "</domainsnapshot>";
        assertThat(CanonicalXml.firstDifference(XmlDocument.parse(expected).root(), snapshot.root()))
                .isEmpty();
    }

    @Test
    void timeIsThatOfMakingEvenWhereTheDefinitionNamesAnother() {
        assertSame(completed("<creationTime>5</creationTime>"), "");
    }

    @Test
    void externalDiskWithoutATypeIsAFile() {
        assertSame(
                completed("<disks><disk name='vda' snapshot='external'><source file='/o'/></disk></disks>"),
                "<disks><disk name='vda' snapshot='external' type='file'><source file='/o'/></disk></disks>");
    }

    @Test
    void externalDiskKeepsItsType() {
        String disks = "<disks><disk name='vda' snapshot='external' type='block'><source dev='/o'/></disk></disks>";

        assertSame(completed(disks), disks);
    }

    @Test
    void otherDisksGetNoType() {
        String disks = "<disks><disk name='vda' snapshot='no'/><disk name='vdb'/></disks>";

        assertSame(completed(disks), disks);
    }

    @Test
    void driverThatSaysNothingIsLeftOut() {
        assertSame(
                completed(
                        "<disks><disk name='vda'><driver/></disk><disk name='vdb'><driver type='qcow2'/></disk></disks>"),
                "<disks><disk name='vda'/><disk name='vdb'><driver type='qcow2'/></disk></disks>");
    }
}
