package org.innkeeper.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.innkeeper.app.form.page.BootPage;
import org.innkeeper.app.form.page.CpuPage;
import org.innkeeper.app.form.page.GuestPages;
import org.innkeeper.app.form.page.LifecyclePage;
import org.innkeeper.app.form.page.MemoryPage;
import org.innkeeper.app.form.page.OverviewPage;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Availability;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestFormTest {
    private static final String XML =
            """
            <domain type='kvm' xmlns:x='urn:other'>
              <name>web</name>
              <uuid>0f2d4e60-1111-4222-8333-444455556666</uuid>
              <!-- kept -->
              <memory unit='GiB'>4</memory>
              <currentMemory unit='GiB'>2</currentMemory>
              <vcpu placement='static'>4</vcpu>
              <os>
                <type arch='x86_64' machine='q35'>hvm</type>
                <boot dev='cdrom'/>
                <boot dev='hd'/>
              </os>
              <x:unknown deep='yes'>text</x:unknown>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/a.qcow2'/>
                  <target dev='vda' bus='virtio'/>
                  <x:mark/>
                </disk>
                <disk type='file' device='cdrom'>
                  <target dev='sda' bus='sata'/>
                </disk>
                <interface type='user'>
                  <mac address='52:54:00:00:00:01'/>
                </interface>
                <graphics type='vnc' port='-1'/>
              </devices>
            </domain>
            """;

    private static final String WITH_PASSWORD = XML.replace("port='-1'", "port='-1' passwd='geheim'");

    private final GuestForm form = new GuestForm(GuestPages.all());

    @BeforeEach
    void load() {
        form.load(XML, false, surroundings(false));
    }

    private static Surroundings surroundings(boolean active) {
        return new Surroundings(
                active,
                true,
                Availability.POSSIBLE,
                4,
                8L << 20,
                Set.of("db"),
                Availability.POSSIBLE,
                Availability.POSSIBLE,
                false);
    }

    @Test
    void aFormThatIsNotTouchedChangesNothing() {
        assertThat(form.isDirty()).isFalse();
        assertThat(form.changes()).isEmpty();
        assertThat(form.after().toText()).isEqualTo(XML);
        assertThat(form.mergedInto(WITH_PASSWORD)).isEqualTo(WITH_PASSWORD);
    }

    @Test
    void whatTheFormsDoNotKnowSurvives() {
        form.set(CpuPage.MAXIMUM, 8);
        form.set(CpuPage.CURRENT, 8);

        assertThat(form.mergedInto(WITH_PASSWORD))
                .isEqualTo(WITH_PASSWORD.replace(
                        "<vcpu placement='static'>4</vcpu>", "<vcpu placement='static' current='8'>8</vcpu>"));
    }

    @Test
    void puttingTheOldValueBackLeavesNothingToApply() {
        form.set(OverviewPage.TITLE, "x");
        assertThat(form.isDirty()).isTrue();
        form.set(OverviewPage.TITLE, null);
        assertThat(form.isDirty()).isFalse();
        assertThat(form.after().toText()).isEqualTo(XML);
    }

    @Test
    void fewerCpusAreWrittenWithBothNumbers() {
        form.set(CpuPage.CURRENT, 2);
        assertThat(form.after().toText()).contains("<vcpu placement='static' current='2'>4</vcpu>");
    }

    @Test
    void memoryIsReadInAnyUnitAndWrittenInTheUnitThatIsThere() {
        assertThat(form.get(MemoryPage.CURRENT)).isEqualTo(2L << 20);
        form.set(MemoryPage.CURRENT, 3L << 20);
        assertThat(form.after().get(org.innkeeper.core.xml.domain.DomainProperties.CURRENT_MEMORY))
                .contains(3L << 20);
        assertThat(form.isValid()).isTrue();
    }

    @Test
    void valuesAreJudgedInTheLightOfOthers() {
        form.set(MemoryPage.CURRENT, 5L << 20);
        assertThat(form.isValid()).isFalse();
        assertThat(form.problem(MemoryPage.CURRENT)).isPresent();
        form.set(MemoryPage.MAXIMUM, 6L << 20);
        assertThat(form.isValid()).isTrue();
    }

    @Test
    void topologyNeedsAllThreeNumbersAndTheirProduct() {
        form.set(CpuPage.SOCKETS, 2);
        assertThat(form.isValid()).isFalse();
        form.set(CpuPage.CORES, 2);
        form.set(CpuPage.THREADS, 2);
        assertThat(form.problem(CpuPage.SOCKETS).orElseThrow().key()).isEqualTo("form.problem.topology");
        form.set(CpuPage.THREADS, 1);
        assertThat(form.isValid()).isTrue();
        assertThat(form.after().toText()).contains("<topology sockets='2' cores='2' threads='1'/>");
    }

    @Test
    void aNameMustBeFreeAndCanBeAFile() {
        form.set(OverviewPage.NAME, "db");
        assertThat(form.problem(OverviewPage.NAME).orElseThrow().key()).isEqualTo("form.problem.taken");
        form.set(OverviewPage.NAME, "a/b");
        assertThat(form.problem(OverviewPage.NAME).orElseThrow().key()).isEqualTo("form.problem.slash");
        form.set(OverviewPage.NAME, "");
        assertThat(form.problem(OverviewPage.NAME).orElseThrow().key()).isEqualTo("form.problem.required");
    }

    @Test
    void aNewNameIsNoChangeOfTheDefinition() {
        form.set(OverviewPage.NAME, "www");
        assertThat(form.isDirty()).isTrue();
        assertThat(form.changesDefinition()).isFalse();
        assertThat(form.after().name()).isEqualTo("web");
    }

    @Test
    void aGuestIsRenamedOnlyWhileItIsOff() {
        assertThat(OverviewPage.NAME.availability(form).possible()).isTrue();
        form.setSurroundings(surroundings(true));
        assertThat(OverviewPage.NAME.availability(form)).isEqualTo(Availability.off("form.lock.renameWhileOff"));
    }

    @Test
    void theBootOrderIsReadFromTheListOfKinds() {
        assertThat(form.get(BootPage.ORDER))
                .extracting(BootEntry::kind, BootEntry::name, BootEntry::enabled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cdrom", "sda", true),
                        org.assertj.core.groups.Tuple.tuple("disk", "vda", true),
                        org.assertj.core.groups.Tuple.tuple("interface", "52:54:00:00:00:01", false));
    }

    @Test
    void theBootOrderIsWrittenAtTheDevices() {
        List<BootEntry> order = new ArrayList<>(form.get(BootPage.ORDER));
        java.util.Collections.swap(order, 0, 1);
        form.set(BootPage.ORDER, List.copyOf(order));

        String after = form.after().toText();
        assertThat(after).doesNotContain("<boot dev=");
        assertThat(BootOrder.read(form.after().root())).isEqualTo(order);
        assertThat(after.indexOf("<boot order='1'/>")).isLessThan(after.indexOf("<boot order='2'/>"));
    }

    @Test
    void whatSomebodyElseChangedElsewhereIsKept() {
        form.set(LifecyclePage.ON_CRASH, "preserve");
        String theirs = WITH_PASSWORD.replace("<vcpu placement='static'>4", "<vcpu placement='static'>6");
        String merged = form.mergedInto(theirs);
        assertThat(merged).contains("<vcpu placement='static'>6", "<on_crash>preserve</on_crash>", "passwd='geheim'");
    }

    @Test
    void whatBothChangedIsRefused() {
        form.set(OverviewPage.TITLE, "mine");
        String theirs = XML.replace("<uuid>", "<title>theirs</title>\n  <uuid>");
        assertThatThrownBy(() -> form.mergedInto(theirs)).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.info().message()).contains("web").contains("title");
            assertThat(e.info().remedy()).isPresent();
        });
    }

    @Test
    void editedTextKeepsTodaysPasswordsAndFillsTheFields() {
        form.setText(XML.replace("deep='yes'", "deep='no'").replace("<vcpu placement='static'>4", "<vcpu>3"));
        assertThat(form.get(CpuPage.MAXIMUM)).isEqualTo(3);
        assertThat(form.isDirty()).isTrue();
        assertThat(form.isValid()).isTrue();
        assertThat(form.mergedInto(WITH_PASSWORD)).contains("deep='no'", "passwd='geheim'");
    }

    @Test
    void aTextThatIsNoDefinitionIsHeldBackWithItsPlace() {
        form.setText(XML.replace("</os>", "</oss>"));
        assertThat(form.isValid()).isFalse();
        assertThat(form.textError().orElseThrow().info().int1()).isPositive();
        form.revert();
        assertThat(form.isDirty()).isFalse();
        assertThat(form.textError()).isEmpty();
    }

    @Test
    void whatIsNoValueIsToldAndHeldBack() {
        form.reject(CpuPage.CURRENT, new Message("form.problem.number"));
        assertThat(form.isDirty()).isTrue();
        assertThat(form.isValid()).isFalse();
        form.set(CpuPage.CURRENT, 4);
        assertThat(form.isDirty()).isFalse();
    }

    @Test
    void everyPageAndFieldHasItsWords() {
        Texts texts = new Texts(false);
        for (FormPage page : GuestPages.all()) {
            assertThat(texts.has("form." + page.id())).as(page.id()).isTrue();
            assertThat(page.summary(form, texts)).as(page.id()).isNotBlank();
            page.sections().forEach(section -> assertThat(texts.has("form." + section.id()))
                    .as(section.id())
                    .isTrue());
            page.fields().forEach(field -> assertThat(texts.has("form." + field.id()))
                    .as(field.id())
                    .isTrue());
        }
    }

    @Test
    void moreThanTheHostHasIsWarnedOf() {
        form.set(CpuPage.MAXIMUM, 16);
        form.set(CpuPage.CURRENT, 16);
        assertThat(new CpuPage().warnings(form)).hasSize(1);
        form.set(MemoryPage.MAXIMUM, 64L << 20);
        assertThat(new MemoryPage().warnings(form)).hasSize(1);
        assertThat(form.isValid()).isTrue();
    }

    @Test
    void aGuestOfXenIsBegunByALoaderOrWithAKernel() {
        assertThat(BootPage.LOADER.availability(form)).isEqualTo(Availability.off("reason.firmwareBoots"));
        assertThat(new BootPage().warnings(form)).isEmpty();
        form.load(XML.replace(">hvm<", ">linux<"), false, surroundings(false));
        assertThat(new BootPage().warnings(form)).containsExactly(new Message("form.boot.nothing"));
        form.set(BootPage.LOADER, "pygrub");
        assertThat(new BootPage().warnings(form)).isEmpty();
        assertThat(new BootPage().summary(form, new Texts(false))).isEqualTo("By pygrub");
        assertThat(form.isValid()).isTrue();
        form.set(BootPage.KERNEL, "/boot/vmlinuz");
        assertThat(form.isValid()).isFalse();
    }

    @Test
    void whatAGuestDoesNotBootFromIsOff() {
        assertThat(BootPage.ORDER.availability(form).possible()).isTrue();
        form.load(XML.replace(">hvm<", ">linux<"), false, surroundings(false));
        assertThat(BootPage.ORDER.availability(form)).isEqualTo(Availability.off("reason.noFirmware"));
        assertThat(BootPage.KERNEL.availability(form).possible()).isTrue();
        form.load(XML.replace(">hvm<", ">exe<"), false, surroundings(false));
        assertThat(BootPage.ORDER.availability(form)).isEqualTo(Availability.off("reason.container"));
        assertThat(BootPage.KERNEL.availability(form)).isEqualTo(Availability.off("reason.container"));
        assertThat(BootPage.AUTOSTART.availability(form).possible()).isTrue();
    }
}
