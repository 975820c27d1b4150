package org.innkeeper.driver.xen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.SameXml;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainConfigTest {
    private static final String HVM = "name = \"g\"\nmemory = 64\nbuilder = \"hvm\"\n";

    private static XmlElement read(ConfigFormat format, String text) {
        return DomainFromConfig.convert(ConfigFile.parse("g.cfg", text), format, Dialect.LIBVIRT_9, "x86_64");
    }

    private static ConfigFile write(XmlElement domain, ConfigFormat format, ConfigFile base) {
        return DomainToConfig.convert(domain, format, Dialect.LIBVIRT_9, XendVersion.XEN_3_1, base);
    }

    @Test
    void commentsAndUnknownSettingsStay() {
        String text = "# my guest\nname = \"g\"\nmemory = 64 # enough\nbootloader = \"pygrub\"\n"
                + "my_setting = [ \"a\" ]\nvnc = 0\nextra = \"quiet\"\n";
        ConfigFile file = ConfigFile.parse("g.cfg", text);
        XmlElement domain = read(ConfigFormat.XM, text);
        domain.element("currentMemory").setText("131072");
        domain.element("memory").setText("131072");
        domain.element("os").element("cmdline").detach();
        String changed = write(domain, ConfigFormat.XM, file).text();
        assertThat(changed)
                .startsWith(
                        "# my guest\nname = \"g\"\nmemory = 128 # enough\nbootloader = \"pygrub\"\nmy_setting = [ \"a\" ]\n")
                .contains("vnc = 0\n")
                .doesNotContain("extra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bios = \"ovmf\"\n",
                "acpi_firmware = \"/slic\"\n",
                "nestedhvm = 0\n",
                "usbdev = [ \"hostbus=1,hostaddr=3\" ]\n",
                "pci = [ \"0000:01:13.0\" ]\n",
                "channel = [ \"connection=socket,path=/s,name=n\" ]\n",
                "serial = [ \"pty\", \"/dev/ttyS1\" ]\n",
                "serial = [ \"none\", \"/dev/ttyS1\" ]\n",
                "serial = \"unix:/s,server,nowait\"\n",
                "tsc_mode = \"always_emulate\"\n",
                "vnc = 1\nvncunused = 0\nvncdisplay = 7\n",
                "sdl = 1\ndisplay = \":1\"\n",
                "vnc = 1\nvga = \"stdvga\"\nvideoram = 16\n",
                "vga = \"none\"\n",
                "soundhw = \"hda,sb16\"\n",
                "cpu_weight = 512\n",
                "spice = 1\nspiceport = 5901\nspiceusbredirection = 2\nspice_image_compression = \"quic\"\n"
                        + "spice_streaming_video = \"filter\"\nvga = \"qxl\"\nvideoram = 64\n",
                "bios = \"ovmf\"\nbios_path_override = \"/fw/my.fd\"\n",
                "usbdev = [ \"hostbus=10,hostaddr=31\" ]\n",
                "pci = [ \"0000:01:13.0,permissive=1\", \"0000:02:00.1,permissive=0\" ]\n",
                "cpus = \"0,2-3\"\n",
                "vcpus = 2\ncpus = [ \"2\", \"3-4\" ]\n",
                "vcpus = 2\ncpus = [ \"all\", \"3-4\" ]\n",
                "device_model_args = [ \"-device\", \"nec-usb-xhci\" ]\n",
                "vif = [ \"mac=00:16:3e:00:00:01,bridge=ovs0.10,script=vif-openvswitch\" ]\n",
                "vif = [ \"mac=00:16:3e:00:00:01,bridge=ovs0:10:20,script=vif-openvswitch\" ]\n",
                "vif = [ \"bridge=br0.10,script=vif-bridge,rate=250KB/s,backend=net\" ]\n",
                "disk = [ \"format=raw,vdev=xvda,access=rw,backendtype=phy,backend=storage,target=/dev/a\" ]\n",
                "disk = [ \"format=raw,vdev=hdc,access=ro,backendtype=qdisk,devtype=cdrom\" ]\n",
                "disk = [ \"format=vhd,vdev=xvda,access=!,backendtype=qdisk,target=/a,b\" ]\n",
            })
    void whatXlHasComesBack(String settings) {
        XmlElement first = read(ConfigFormat.XL, HVM + settings);
        ConfigFile written = write(first, ConfigFormat.XL, ConfigFile.empty("new"));
        SameXml.require(first, read(ConfigFormat.XL, written.text()));
        ConfigFile asked = ConfigFile.parse("asked", settings);
        for (String name : asked.names()) {
            assertThat(written.value(name)).as(name).isEqualTo(asked.value(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/vg/a,raw,xvda,rw",
                "/dev/vg/a, raw, xvda, rw",
                "vdev=xvda,/dev/vg/a",
                "format=raw,vdev=xvda,access=rw,target=/dev/vg/a",
                "file:/dev/vg/a,xvda,w",
            })
    void theWaysToWriteADiskOfXl(String disk) {
        XmlElement domain = read(ConfigFormat.XL, HVM + "disk = [ \"" + disk + "\" ]\n");
        XmlElement made = Elements.devices(domain, "disk").get(0);
        assertThat(Elements.attributeAt(made, "target", "dev")).isEqualTo("xvda");
        assertThat(Elements.attributeAt(made, "source", "file")).isEqualTo("/dev/vg/a");
    }

    /** Each as xl 4.17's own reader takes it apart. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phy:/dev/cdrom,hdc:cdrom,r | /dev/cdrom hdc raw cdrom ro",
                "/root/image.iso,,hdc,cdrom | /root/image.iso hdc raw cdrom ro",
                "/root/image.iso,,hdc,,cdrom | /root/image.iso hdc raw cdrom ro",
                ",,hdd:cdrom | null hdd null cdrom ro",
                ",hdd:cdrom,r | null hdd null cdrom ro",
                "/a.vhd,vhd,hda,w | /a.vhd hda vhd disk rw",
                "tap:qcow2:/x.qcow2,xvdb,w | /x.qcow2 xvdb qcow2 disk rw",
                "tap:aio:/x.img,xvdb,w | /x.img xvdb raw disk rw",
                "tap2:tapdisk:vhd:/x.vhd,xvdb,w | /x.vhd xvdb vhd disk rw",
                "raw:/dev/vg/x,hda,w | /dev/vg/x hda raw disk rw",
                "qcow2:/x,hda,w | /x hda qcow2 disk rw",
                "phy:vg/x,ioemu:hda,w | vg/x hda raw disk rw",
                "phy:/dev/x,xvda | /dev/x xvda raw disk rw",
                "/dev/vg/x,,sda1,ro,no-discard | /dev/vg/x sda1 raw disk ro",
                "discard,direct-io-safe,/a,raw,xvdd,backend=driverdom | /a xvdd raw disk rw",
                "format=qcow2,discard,vdev=xvda,target=/x,y=1 | /x,y=1 xvda qcow2 disk rw",
                "drbd:res0,hda,w | res0 hda raw disk rw",
                "nbd:10.0.0.1:10809,hdb,r | 10.0.0.1:10809 hdb raw disk ro",
                "vdev=hda,target=nbd:10.0.0.1:10809 | nbd:10.0.0.1:10809 hda raw disk rw",
                "script=block-iscsi,vdev=xvdc,target=iqn.2001:x,portal=1 | iqn.2001:x,portal=1 xvdc raw disk rw",
                "/x,,hda,rw,backendtype=standalone,specification=virtio | /x hda raw disk rw",
            })
    void everyPartOfADiskOfXl(String disk, String expected) {
        GuestDisk read = DiskText.readXl(disk);
        assertThat(read.source() + " " + read.target() + " " + read.format() + " " + read.device() + " "
                        + (read.readOnly() ? "ro" : "rw"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phy:/dev/a,b,hda,w | /dev/a,b hda null rw",
                "file:/x,hdb,r,driverdom | /x hdb driverdom ro",
                "file:/x,hdb,w!,0 | /x hdb null rw",
                ",hdc:cdrom,r | null hdc null ro",
            })
    void everyPartOfADiskOfXm(String disk, String expected) {
        GuestDisk read = DiskText.readXm(disk, Dialect.LIBVIRT_3);
        assertThat(read.source() + " " + read.target() + " " + read.backEnd() + " " + (read.readOnly() ? "ro" : "rw"))
                .isEqualTo(expected);
    }

    /** None of these has words in a definition. */
    @Test
    void anEditLosesNothingThatDefinitionsHaveNoWordsFor() {
        String text = HVM
                + "disk = [\n  # the root\n  'script=block-iscsi,vdev=xvda,target=iqn.2001:x',\n  '/b,raw,hdb,rw,no-discard' ]\n"
                + "vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0,script=vif-bridge,mtu=9000,trusted' ]\n"
                + "pci = [ '0000:01:13.0,msitranslate=1', '36:00.*' ]\n"
                + "cpuid = [ '1:ecx=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0' ]\nviridian = [ 'base', 'freq' ]\n"
                + "bios = 'rombios'\nfirmware = 'seabios'\ncpus = 'nodes:0-1'\ntsc_mode = 2\naltp2m = 'mixed'\n";
        ConfigFile base = ConfigFile.parse("g.cfg", text);
        XmlElement domain = read(ConfigFormat.XL, text);
        domain.element("vcpu").setText("4");
        String changed = write(domain, ConfigFormat.XL, base).text();
        assertThat(changed).startsWith(text).contains("\nvcpus = 4\n");
        domain.element("devices").remove(Elements.devices(domain, "disk").get(1));
        ConfigFile fewer = write(domain, ConfigFormat.XL, base);
        assertThat(fewer.strings("disk").orElseThrow())
                .containsExactly("script=block-iscsi,vdev=xvda,target=iqn.2001:x");
        domain.element("devices").remove(Elements.devices(domain, "disk").get(0));
        assertThat(write(domain, ConfigFormat.XL, base).names()).doesNotContain("disk");
    }

    /** They go over to what is written of the same device, by target, MAC address or PCI address. */
    @Test
    void optionsWithoutWordsOutliveAChangeOfTheirDevice() {
        String text = HVM + "disk = [ 'script=block-iscsi,vdev=xvda,target=iqn.2001:x', '/b,raw,hdb,rw,no-discard' ]\n"
                + "vif = [ 'mac=00:16:3e:66:92:9c,bridge=xenbr0,script=vif-bridge,mtu=9000,trusted' ]\n"
                + "pci = [ '0000:01:13.0,msitranslate=1' ]\n";
        XmlElement domain = read(ConfigFormat.XL, text);
        List<XmlElement> disks = Elements.devices(domain, "disk");
        disks.get(0).add(new XmlElement("readonly"));
        disks.get(1).element("source").setAttribute("file", "/c");
        Elements.devices(domain, "interface").get(0).element("source").setAttribute("bridge", "xenbr1");
        Elements.devices(domain, "hostdev").get(0).setAttribute("managed", "yes");

        ConfigFile changed = write(domain, ConfigFormat.XL, ConfigFile.parse("g.cfg", text));

        assertThat(changed.strings("disk").orElseThrow())
                .containsExactly(
                        "format=raw,vdev=xvda,access=ro,script=block-iscsi,target=iqn.2001:x",
                        "format=raw,vdev=hdb,access=rw,backendtype=qdisk,no-discard,target=/c");
        assertThat(changed.strings("vif").orElseThrow())
                .containsExactly("mac=00:16:3e:66:92:9c,bridge=xenbr1,script=vif-bridge,mtu=9000,trusted");
        assertThat(changed.strings("pci").orElseThrow()).containsExactly("0000:01:13.0,seize=1,msitranslate=1");
        String drbd = HVM + "disk = [ 'drbd:res0,hda,w' ]\n";
        XmlElement replicated = read(ConfigFormat.XL, drbd);
        Elements.devices(replicated, "disk").get(0).add(new XmlElement("readonly"));
        assertThat(write(replicated, ConfigFormat.XL, ConfigFile.parse("g.cfg", drbd))
                        .strings("disk")
                        .orElseThrow())
                .containsExactly("format=raw,vdev=hda,access=ro,script=block-drbd,target=res0");
        disks.get(0).element("target").setAttribute("dev", "xvdz");
        assertThat(write(domain, ConfigFormat.XL, ConfigFile.parse("g.cfg", text))
                        .strings("disk")
                        .orElseThrow())
                .contains("format=raw,vdev=xvdz,access=ro,backendtype=qdisk,target=iqn.2001:x");
    }

    @Test
    void deviceThatIsTakenFromItsDriver() {
        XmlElement domain = read(ConfigFormat.XL, HVM + "pci = [ '0000:01:13.0,permissive=1,seize=1' ]\n");
        assertThat(Elements.devices(domain, "hostdev").get(0).attribute("managed"))
                .isEqualTo("yes");
        assertThat(write(domain, ConfigFormat.XL, ConfigFile.empty("g"))
                        .strings("pci")
                        .orElseThrow())
                .containsExactly("0000:01:13.0,permissive=1,seize=1");
    }

    @Test
    void addressOfVncMayHaveItsDisplayBehindIt() {
        XmlElement screen = Elements.devices(
                        read(ConfigFormat.XL, HVM + "vnc = 1\nvnclisten = \"10.0.0.1:7\"\n"), "graphics")
                .get(0);
        assertThat(screen.attribute("port")).isEqualTo("5907");
        assertThat(Elements.attributeAt(screen, "listen", "address")).isEqualTo("10.0.0.1");
        screen = Elements.devices(read(ConfigFormat.XL, HVM + "vnc = 1\nvnclisten = \"::1\"\n"), "graphics")
                .get(0);
        assertThat(Elements.attributeAt(screen, "listen", "address")).isEqualTo("::1");
    }

    @Test
    void cardsOfXenHaveLibvirtsNames() {
        XmlElement domain = read(ConfigFormat.XL, HVM + "vnc = 1\nstdvga = 1\nsoundhw = \"all\"\n");
        assertThat(Elements.devices(domain, "video"))
                .extracting(video -> Elements.attributeAt(video, "model", "type"))
                .containsExactly("vga");
        assertThat(Elements.devices(domain, "sound"))
                .extracting(sound -> sound.attribute("model"))
                .containsExactly("sb16", "es1370");
        XmlElement model = Elements.devices(domain, "video").get(0).element("model");
        model.setAttribute("type", "xen");
        assertThat(write(domain, ConfigFormat.XL, ConfigFile.empty("g")).string("vga"))
                .contains("stdvga");
        model.setAttribute("type", "virtio");
        assertThat(catchThrowableOfType(
                                InnkeeperException.class, () -> write(domain, ConfigFormat.XL, ConfigFile.empty("g")))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        domain.element("devices").remove(Elements.devices(domain, "video").get(0));
        domain.add(new XmlElement("cputune").add(Elements.text("shares", "70000")));
        assertThat(catchThrowableOfType(
                        InnkeeperException.class, () -> write(domain, ConfigFormat.XL, ConfigFile.empty("g"))))
                .hasMessageContaining("70000");
    }

    /** xl takes numbers as C does. */
    @Test
    void numbersOfUsbDevices() {
        XmlElement domain = read(ConfigFormat.XL, HVM + "usbdev = [ \"type=hostdev,hostbus=0x0a,hostaddr=010\" ]\n");
        XmlElement device = Elements.devices(domain, "hostdev").get(0);
        assertThat(Elements.attributeAt(device, "source/address", "bus")).isEqualTo("10");
        assertThat(Elements.attributeAt(device, "source/address", "device")).isEqualTo("8");
    }

    @Test
    void argumentsOfTheBootloaderAreWrittenWhereXlReadsThem() {
        String text = "name = \"g\"\nmemory = 64\nbootloader = \"pygrub\"\nbootloader_args = [ \"-q\", \"-x\" ]\n";
        XmlElement domain = read(ConfigFormat.XL, text);
        assertThat(domain.element("bootloader_args").text()).isEqualTo("-q -x");
        domain.element("bootloader_args").setText("-y");
        ConfigFile changed = write(domain, ConfigFormat.XL, ConfigFile.parse("g", text));
        assertThat(changed.strings("bootloader_args")).contains(List.of("-y"));
        assertThat(changed.names()).doesNotContain("bootargs");
    }

    @Test
    void disksOfAFullyVirtualisedGuestAreOnTheBusOfTheirName() {
        XmlElement domain =
                read(ConfigFormat.XL, HVM + "disk = [ \"/a,,hda\", \"/b,,sda\", \"/c,,xvda\", \"/d,,xvdb\" ]\n");
        assertThat(Elements.devices(domain, "disk"))
                .extracting(disk -> Elements.attributeAt(disk, "target", "bus"))
                .containsExactly("ide", "scsi", "xen", "xen");
        assertThat(Elements.devices(domain, "controller"))
                .extracting(controller -> controller.attribute("type"))
                .containsExactly("xenbus", "ide", "scsi");
    }

    @ParameterizedTest
    @CsvSource({
        "10Mb/s,1280",
        "250KB/s@20ms,250",
        "1GB/s@5us,1048576",
        "1MB/s@20,1024",
        "8192Kb/s@1s,1024",
        "2048B/s,2",
        "16384b/s,2"
    })
    void ratesInEveryUnit(String rate, String kibibytes) {
        XmlElement domain = read(ConfigFormat.XL, HVM + "vif = [ \"rate=" + rate + "\" ]\n");
        XmlElement card = Elements.devices(domain, "interface").get(0);
        assertThat(Elements.attributeAt(card, "bandwidth/outbound", "average")).isEqualTo(kibibytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<interface type='bridge'><bandwidth><outbound average='lots'/></bandwidth></interface>",
                "<hostdev type='usb'><source><vendor id='0x1'/></source></hostdev>",
                "<interface type='network'><source network='default'/></interface>",
                "<disk type='network'><source protocol='iscsi' name='x'/><target dev='xvda'/></disk>",
                "<disk type='file'><source file='/x'/></disk>",
            })
    void whatXlHasNotIsRefused(String device) {
        XmlElement domain = read(ConfigFormat.XL, HVM);
        domain.element("devices").add(XmlElement.parse(device));
        assertThatThrownBy(() -> write(domain, ConfigFormat.XL, ConfigFile.empty("new")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED));
    }

    @Test
    void floppyDrivesAreForXm() {
        String text = HVM + "kernel = \"/usr/lib/xen/boot/hvmloader\"\nfda = \"/floppy.img\"\n";
        XmlElement domain = read(ConfigFormat.XM, text);
        assertThat(write(domain, ConfigFormat.XM, ConfigFile.empty("new")).string("fda"))
                .contains("/floppy.img");
        assertThatThrownBy(() -> write(domain, ConfigFormat.XL, ConfigFile.empty("new")))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("fda");
    }

    @Test
    void aParavirtualGuestInAVirtualMachine() {
        XmlElement domain = read(ConfigFormat.XL, "name = \"g\"\ntype = \"pvh\"\nmemory = \"64\"\nkernel = \"/k\"\n");
        assertThat(Elements.textAt(domain, "os/type")).isEqualTo("xenpvh");
        assertThat(write(domain, ConfigFormat.XL, ConfigFile.empty("new")).string("type"))
                .contains("pvh");
    }

    @Test
    void numbersMayBeStringsAndFirstScreensCount() {
        XmlElement domain = read(
                ConfigFormat.XM,
                "name = \"g\"\nmemory = \"64\"\nvcpus = '2'\nkernel = \"/k\"\n"
                        + "vfb = [ \"sdl=1,display=:2\", \"vnc=1\" ]\n");
        assertThat(domain.element("vcpu").text()).isEqualTo("2");
        List<XmlElement> screens = Elements.devices(domain, "graphics");
        assertThat(screens).hasSize(1);
        assertThat(screens.get(0).attribute("display")).isEqualTo(":2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory = 64\n",
                "name = \"g\"\n",
                "name = \"g\"\nmemory = \"lots\"\n",
                "name = \"g\"\nmemory = 64\nvcpus = 0\n",
                "name = \"g\"\nmemory = 64\ndisk = [ \"phy:/x\" ]\n",
                "name = \"g\"\nmemory = 64\npci = [ \"nowhere\" ]\n",
                "name = \"g\"\nmemory = 64\nbuilder = \"hvm\"\ntsc_mode = \"never\"\n",
                "name = \"g\"\nmemory = 64\nbuilder = \"hvm\"\nserial = \"string\"\n",
            })
    void nonsenseIsRefused(String text) {
        assertThatThrownBy(() -> read(ConfigFormat.XM, text)).isInstanceOf(InnkeeperException.class);
    }
}
