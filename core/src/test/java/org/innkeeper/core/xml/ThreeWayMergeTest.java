package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {
    private static final String BASE =
            """
            <domain type='kvm'>
              <name>vm</name>
              <memory unit='KiB'>1024</memory>
              <vcpu>1</vcpu>
              <devices>
                <disk type='file'>
                  <source file='/a.img'/>
                  <target dev='vda'/>
                </disk>
                <disk type='file'>
                  <target dev='vdb'/>
                </disk>
              </devices>
            </domain>
            """;

    private static ThreeWayMerge.Result merge(String ours, String theirs) {
        return ThreeWayMerge.merge(XmlDocument.parse(BASE), XmlDocument.parse(ours), XmlDocument.parse(theirs));
    }

    @Test
    void changesOfDifferentPlacesComeTogether() {
        String ours = BASE.replace("1024", "2048").replace("<vcpu>1</vcpu>", "<vcpu>2</vcpu>");
        String theirs = BASE.replace("/a.img", "/b.img").replace("  <vcpu>", "  <!-- theirs -->\n  <vcpu>");
        ThreeWayMerge.Result result = merge(ours, theirs);
        assertThat(result.isClean()).isTrue();
        assertThat(result.document().toText())
                .isEqualTo(theirs.replace("1024", "2048").replace("<vcpu>1</vcpu>", "<vcpu>2</vcpu>"));
    }

    @Test
    void devicesAreKnownByTheirTargets() {
        String theirs = BASE.replace(
                "    <disk type='file'>\n      <source",
                "    <disk type='file'>\n      <target dev='vdc'/>\n    </disk>\n    <disk type='file'>\n      <source");
        String ours = BASE.replace("/a.img", "/ours.img");
        ThreeWayMerge.Result result = merge(ours, theirs);
        assertThat(result.isClean()).isTrue();
        assertThat(result.document().toText()).isEqualTo(theirs.replace("/a.img", "/ours.img"));
    }

    @Test
    void additionsAndRemovalsAreMerged() {
        String ours = BASE.replace("    <disk type='file'>\n      <target dev='vdb'/>\n    </disk>\n", "")
                .replace("  <vcpu>1</vcpu>\n", "  <vcpu>1</vcpu>\n  <iothreads>1</iothreads>\n");
        ThreeWayMerge.Result result = merge(ours, BASE.replace("1024", "4096"));
        assertThat(result.isClean()).isTrue();
        assertThat(result.document().toText()).isEqualTo(ours.replace("1024", "4096"));
    }

    @Test
    void whatBothChangedIsAConflictAndTheirsStands() {
        ThreeWayMerge.Result result = merge(BASE.replace("1024", "2048"), BASE.replace("1024", "4096"));
        assertThat(result.conflicts()).containsExactly("/domain/memory");
        assertThat(result.document().toText()).isEqualTo(BASE.replace("1024", "4096"));
        assertThat(merge(BASE.replace("kvm", "qemu"), BASE.replace("kvm", "xen"))
                        .conflicts())
                .containsExactly("/domain@type");
    }

    @Test
    void editingWhatIsGoneIsAConflict() {
        String without = BASE.replace(
                "    <disk type='file'>\n      <source file='/a.img'/>\n      <target dev='vda'/>\n    </disk>\n", "");
        assertThat(merge(BASE.replace("/a.img", "/b.img"), without).conflicts())
                .containsExactly("/domain/devices/disk");
        assertThat(merge(without, BASE.replace("/a.img", "/b.img")).conflicts())
                .containsExactly("/domain/devices/disk");
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        String both = BASE.replace("1024", "2048");
        assertThat(merge(both, both).isClean()).isTrue();
    }
}
