package org.innkeeper.driver.xen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.SameXml;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                .doesNotContain("extra", "vnc");
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
