package org.innkeeper.driver.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the JSON that Xen 4.17's xl prints. */
class LibxlSettingsTest {
    private static ConfigFile settings(String resource, boolean secrets) {
        return LibxlSettings.of(LibxlJson.parse(XlSandbox.text(resource), resource), 1, null, secrets);
    }

    private static String xml(ConfigFile settings) {
        return DomainFromConfig.convert(settings, ConfigFormat.XL, Dialect.LIBVIRT_9, "x86_64")
                .toText();
    }

    @Test
    void fullyVirtualisedGuest() {
        assertThat(settings("hvm.json", true).text().lines())
                .contains(
                        "name = \"xl-hvm\"",
                        "type = \"hvm\"",
                        "maxmem = 512",
                        "memory = 256",
                        "maxvcpus = 2",
                        "vcpus = 2",
                        "cpus = \"0-1\"",
                        "bios = \"seabios\"",
                        "boot = \"cd\"",
                        "viridian = 1",
                        "hpet = 0",
                        "nestedhvm = 1",
                        "tsc_mode = \"native\"",
                        "rtc_timeoffset = 3600",
                        "localtime = 1",
                        "on_poweroff = \"destroy\"",
                        "on_reboot = \"restart\"",
                        "on_crash = \"destroy\"",
                        "vnc = 1",
                        "vncunused = 0",
                        "vncdisplay = 3",
                        "vncpasswd = \"secret\"",
                        "usbdevice = [ \"tablet\" ]",
                        "disk = [ \"format=raw,vdev=hda,access=rw,target=/srv/domu/xl-a.img\","
                                + " \"format=raw,vdev=hdc,access=ro,devtype=cdrom,target=/srv/domu/cd.iso\" ]",
                        "vif = [ \"mac=00:16:3e:01:02:05,bridge=xenbr0,vifname=hvm0,model=e1000\","
                                + " \"mac=00:16:3e:01:02:06,ip=10.1.2.3,rate=1000KB/s\" ]");
        assertThat(xml(settings("hvm.json", true)))
                .contains(
                        "<type arch='x86_64' machine='xenfv'>hvm</type>",
                        "port='5903'",
                        "<timer name='hpet' present='no'/>");
    }

    /** The JSON is what libxl 4.17 itself makes of such a guest. */
    @Test
    void whatIsRareIsToldToo() {
        assertThat(settings("devices.json", false).text().lines())
                .contains(
                        "bios = \"ovmf\"",
                        "bios_path_override = \"/my/ovmf\"",
                        "acpi_firmware = \"/slic\"",
                        "serial = [ \"pty\", \"/dev/ttyS0\" ]",
                        "device_model_args = [ \"-foo\", \"-hvm\" ]",
                        "passthrough = \"share_pt\"",
                        "max_event_channels = 2047",
                        "on_reboot = \"rename-restart\"",
                        "on_crash = \"coredump-restart\"",
                        "vnuma = [ [ \"pnode=0\", \"size=512\", \"vcpus=0-1\", \"vdistances=10\" ] ]",
                        "disk = [ \"format=raw,vdev=hda,access=rw,backend=dd,target=/a\" ]",
                        "vif = [ \"bridge=ovs0.10,script=vif-openvswitch,rate=1250KB/s,backend=net\" ]",
                        "pci = [ \"0000:01:1f.2,permissive=1\" ]",
                        "usbdev = [ \"hostbus=1,hostaddr=26\" ]");
        assertThat(xml(settings("devices.json", false)))
                .contains(
                        "<cell id='0' cpus='0-1' memory='524288' unit='KiB'>",
                        "<tag id='10'/>",
                        "<backenddomain name='dd'/>",
                        "<source writeFiltering='no'>",
                        "<address bus='1' device='26'/>",
                        "<xen:arg value='-foo'/>");
    }

    @Test
    void paravirtualisedGuestWithEverything() {
        assertThat(settings("full.json", false).text().lines())
                .contains(
                        "bootloader = \"/usr/lib/xen-4.17/bin/pygrub\"",
                        "bootargs = \"--quiet\"",
                        "cmdline = \"root=/dev/xvda1 ro quiet\"",
                        "e820_host = 1",
                        "max_grant_frames = 64",
                        "on_poweroff = \"preserve\"",
                        "on_reboot = \"rename-restart\"",
                        "on_crash = \"coredump-destroy\"",
                        "pci = [ \"0000:00:1f.2\" ]",
                        "vfb = [ \"type=vnc,vncunused=1,vnclisten=0.0.0.0\" ]",
                        "channel = [ \"connection=socket,path=/run/x.sock,name=org.x\" ]",
                        "usbctrl = [ \"type=qusb,version=2,ports=4\" ]");
        assertThat(settings("full.json", false).strings("cpus")).contains(List.of("0", "1"));
        assertThat(xml(settings("full.json", false)))
                .contains(
                        "<vcpupin vcpu='1' cpuset='1'/>",
                        "<bootloader_args>--quiet</bootloader_args>",
                        "10.0.0.2",
                        "<source mode='bind' path='/run/x.sock'/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hvm.json", "full.json"})
    void passwordsAreLeftOutUnlessAskedFor(String resource) {
        assertThat(settings(resource, false).text()).doesNotContain("passwd");
        assertThat(settings(resource, true).text()).contains("passwd");
    }

    @Test
    void domain0SaysLittle() {
        UUID uuid = new UUID(0, 0);
        ConfigFile settings = LibxlSettings.of(
                LibxlJson.configurations(XlSandbox.text("list-l.json")).get(0), 2, uuid, false);
        assertThat(settings.text().lines()).contains("vcpus = 2", "memory = 1536", "uuid = \"" + uuid + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{}]", "{\"domid\":1}", "[{\"domid\":\"x\",\"config\":{}}]", "[[", "nonsense", "[1]"})
    void whatIsNotAListOfDomainsIsRefused(String text) {
        InnkeeperException error = catchThrowableOfType(InnkeeperException.class, () -> LibxlJson.configurations(text));
        assertThat(error.code()).isEqualTo(ErrorCode.PARSE_FAILED);
    }

    @Test
    void depthIsLimited() {
        InnkeeperException error = catchThrowableOfType(
                InnkeeperException.class, () -> LibxlJson.parse("[".repeat(33) + "]".repeat(33), "A document"));
        assertThat(error)
                .hasMessageStartingWith("A document is not the JSON of libxl")
                .hasMessageContaining("nesting depth");
    }

    @Test
    void textThatNoFileCanHoldIsRefused() {
        String json = "{\"c_info\":{\"name\":\"a\\u0022\\u0022\\u0022b\"}}";
        assertThat(catchThrowableOfType(
                                InnkeeperException.class,
                                () -> LibxlSettings.of(LibxlJson.parse(json, "x"), 1, null, false))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
    }
}
