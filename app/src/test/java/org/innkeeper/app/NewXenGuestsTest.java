package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Controls.choose;
import static org.innkeeper.app.fixture.Controls.fire;
import static org.innkeeper.app.fixture.Controls.isOn;
import static org.innkeeper.app.fixture.Controls.type;
import static org.innkeeper.app.fixture.Controls.words;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.OsProperties;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.innkeeper.driver.xen.xl.XlSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Every kind of guest that Xen has, made in the dialog; a stand-in xend or a stand-in xl is behind it. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class NewXenGuestsTest {
    @TempDir
    Path folder;

    @TempDir
    Path xlHost;

    private XenSandbox xen;
    private XlSandbox xl;
    private Program program;
    private OpenProgram open;
    private HostId withXend;
    private HostId withXl;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        xen = new XenSandbox(StandInVersion.XEN_4_4);
        xl = new XlSandbox(xlHost);
        program = new Program(folder);
        program.wantDark(false);
        withXend = program.add(xen.uri(), "Xen 4.4");
        withXl = program.add(xl.uri(), "Xen 4.17");
        open = new OpenProgram(program, 1);
        until("both are connected", () -> program.fleet().snapshot().hosts().stream()
                .allMatch(HostSnapshot::connected));
    }

    @AfterEach
    void close() {
        open.close();
        xen.close();
    }

    private Scene newGuest(HostId host, String kind, String name) {
        Gui.run(() -> open.windows().newGuest(host));
        Scene dialog = OpenWindows.await("new-guest-dialog");
        choose(dialog, "guest-kind", kind);
        type(dialog, "guest-name", name);
        return dialog;
    }

    private void make(Scene dialog, String name) {
        until("it can be made", () -> isOn(dialog, "accept"));
        fire(dialog, "accept");
        until(
                name + " runs, or it is told why not",
                () -> program.guest(name).filter(GuestSnapshot::running).isPresent()
                        || !program.problems().problems().isEmpty());
        assertThat(program.problems().problems()).isEmpty();
    }

    /** What the driver has of it. */
    private DomainDocument definition(String name) {
        DriverConnection connection = xen.open();
        DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
        CallContext context = CallContext.create();
        return DomainDocument.parse(domains.xml(context, domains.lookupByName(context, name), 0));
    }

    private static void press(Scene dialog, String id) {
        Gui.run(() -> OpenWindows.<RadioButton>node(dialog, id).setSelected(true));
    }

    private static boolean isOff(Scene dialog, String id) {
        return fx(() -> OpenWindows.<RadioButton>node(dialog, id).isDisabled());
    }

    @Test
    void aWholeMachineIsInstalledFromAMedium() throws IOException {
        Scene dialog = newGuest(withXend, "Whole machine (HVM)", "hvm-made");
        assertThat(fx(() -> OpenWindows.node(dialog, "boot-way").getParent().isVisible()))
                .isFalse();
        type(dialog, "source-path", xen.path("disk.img").toString());
        type(dialog, "bridge", "xenbr0");
        open.pictures(dialog, "new-guest-hvm");
        // The stand-in starts no machine whose loader is not on this machine.
        Gui.run(() -> OpenWindows.<CheckBox>node(dialog, "start-now").setSelected(false));
        until("it can be made", () -> isOn(dialog, "accept"));
        fire(dialog, "accept");
        until("it is there", () -> program.guest("hvm-made").isPresent());
        assertThat(program.problems().problems()).isEmpty();

        DomainDocument made = definition("hvm-made");
        assertThat(made.get(OsProperties.TYPE)).contains("hvm");
        assertThat(made.root().element("os").elements("boot").get(0).attribute("dev"))
                .isEqualTo("cdrom");
        assertThat(made.devices("disk"))
                .anySatisfy(disk -> assertThat(DiskProperties.DEVICE.get(disk)).contains("cdrom"));
        assertThat(made.devices("interface")).hasSize(1);
    }

    @Test
    void aParavirtualGuestIsBegunWithAKernelOfTheHost() throws IOException {
        Scene dialog = newGuest(withXend, "Paravirtual (PV)", "pv-kernel");
        assertThat(isOff(dialog, "source-MEDIUM")).isTrue();
        assertThat(words(dialog)).contains("A guest of this kind boots the system that is on its disk already.");
        type(dialog, "source-path", xen.path("disk.img").toString());
        type(dialog, "bridge", "xenbr0");
        choose(dialog, "boot-way", "A kernel of the host");
        until("a kernel is asked for", () -> words(dialog).contains("Choose the kernel to boot."));
        assertThat(isOn(dialog, "accept")).isFalse();
        type(dialog, "kernel", "vmlinuz");
        until("the whole path", () -> words(dialog).contains("The whole path is needed, from “/” on."));
        type(dialog, "kernel", xen.path("disk.img").toString());
        type(dialog, "ramdisk", xen.path("disk.img").toString());
        type(dialog, "kernel-arguments", "root=/dev/xvda1 ro");
        open.pictures(dialog, "new-guest-kernel");
        make(dialog, "pv-kernel");

        DomainDocument made = definition("pv-kernel");
        assertThat(made.get(DomainProperties.BOOTLOADER)).isEmpty();
        assertThat(made.get(OsProperties.KERNEL)).contains(xen.path("disk.img").toString());
        assertThat(made.get(OsProperties.INITRD)).contains(xen.path("disk.img").toString());
        assertThat(made.get(OsProperties.COMMAND_LINE)).contains("root=/dev/xvda1 ro");
        assertThat(made.devices("disk")).extracting(XmlElement::name).hasSize(1);
    }

    @Test
    void aPvhGuestIsMadeWhereXlIs() throws IOException {
        Scene dialog = newGuest(withXl, "Xen machine (PVH)", "pvh-made");
        press(dialog, "source-IMAGE");
        type(dialog, "source-path", "/dev/vg/pvh-made");
        type(dialog, "bridge", "xenbr0");
        open.pictures(dialog, "new-guest-pvh");
        make(dialog, "pvh-made");
        assertThat(xl.read("created"))
                .contains("type = \"pvh\"", "bootloader = \"pygrub\"", "/dev/vg/pvh-made", "xenbr0");

        Gui.run(() ->
                open.windows().openGuest(program.guest("pvh-made").orElseThrow().key(), GuestPage.OVERVIEW));
        Scene window = OpenWindows.await("guest-window");
        fire(window, "guest-PAUSE");
        until("xl pauses it", () -> xl.calls().contains("pause|8|"));
    }
}
