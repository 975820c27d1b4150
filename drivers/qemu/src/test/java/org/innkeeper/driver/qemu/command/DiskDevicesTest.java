package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.qemu.command.Build.assertUnacceptable;
import static org.innkeeper.driver.qemu.command.Build.assertUnsupported;
import static org.innkeeper.driver.qemu.command.Build.device;
import static org.innkeeper.driver.qemu.command.Build.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskDevicesTest {
    private static String disk(String attributes, String inside) {
        return "<disk " + attributes + ">" + inside + "</disk>";
    }

    private static String file(String target, String driver) {
        return disk(
                "type='file' device='disk'", "<driver name='qemu' " + driver + "/><source file='/d.img'/>" + target);
    }

    private static final String VDA = "<target dev='vda' bus='virtio'/>";

    @ParameterizedTest
    @CsvSource({
        "none, true, false, on",
        "writeback, false, false, on",
        "writethrough, false, false, off",
        "directsync, true, false, off",
        "unsafe, false, true, on"
    })
    void cacheModesAreTakenApart(String mode, boolean direct, boolean noFlush, String writeCache) {
        CommandLine command = Build.pc().of(file(VDA, "type='raw' cache='" + mode + "'"));
        String cache = "\"cache\":{\"direct\":" + direct + ",\"no-flush\":" + noFlush + "}";
        assertThat(values(command, "-blockdev")).hasSize(2).allMatch(node -> node.contains(cache));
        assertThat(device(command, "virtio-disk0")).contains("\"write-cache\":\"" + writeCache + "\"");
    }

    @Test
    void theFormatIsAlwaysSaid() {
        CommandLine command = Build.pc().of(file(VDA, ""));
        assertThat(values(command, "-blockdev").get(1)).contains("\"driver\":\"raw\"");
        assertThat(values(Build.pc().of(file(VDA, "type='vdi'")), "-blockdev").get(1))
                .contains("\"driver\":\"vdi\"");
        assertUnsupported(() -> Build.pc().of(file(VDA, "type='auto'")))
                .contains("'auto'")
                .contains("qcow2");
    }

    @Test
    void aCdDriveOfTheHostIsTakenAsOne() {
        CommandLine command = Build.pc()
                .of(disk("type='block' device='cdrom'", "<source dev='/dev/cdrom'/><target dev='hdc' bus='ide'/>"));
        assertThat(values(command, "-blockdev").get(0)).contains("\"driver\":\"host_cdrom\"");
        assertThat(values(command, "-blockdev").get(1)).contains("\"read-only\":true");
        command = Build.pc()
                .of(disk("type='block' device='disk'", "<source dev='/dev/vg/lv'/><target dev='hda' bus='ide'/>"));
        assertThat(values(command, "-blockdev").get(0)).contains("\"driver\":\"host_device\"");
    }

    @Test
    void aDriveWithoutMediumHasNoBlockNodes() {
        CommandLine command = Build.pc().of(disk("type='file' device='cdrom'", "<target dev='hdc' bus='ide'/>"));
        assertThat(values(command, "-blockdev")).isEmpty();
        assertThat(device(command, "ide0-1-0")).contains("ide-cd").doesNotContain("\"drive\"");
        assertUnsupported(() -> Build.pc().of(disk("type='file' device='disk'", VDA)))
                .contains("vda")
                .contains("<source");
        assertUnsupported(() -> Build.pc().of(disk("type='file' device='cdrom'", "<target dev='sda' bus='usb'/>")))
                .contains("cannot be empty");
    }

    @Test
    void aDirectoryCanBeAFloppy() {
        CommandLine command = Build.pc()
                .of(disk(
                        "type='dir' device='floppy'",
                        "<driver name='qemu' type='fat'/><source dir='/files'/><target dev='fda'/><readonly/>"));
        assertThat(values(command, "-blockdev").get(0)).contains("vvfat").contains("\"floppy\":true");
        assertThat(device(command, "fdc0-0-0")).contains("\"driver\":\"floppy\"");
    }

    @Test
    void nbdIsReachedByNetworkAndBySocket() {
        CommandLine command = Build.pc()
                .of(disk(
                                "type='network' device='disk'",
                                "<source protocol='nbd' name='x'><host name='h' port='1'/></source>" + VDA)
                        + disk(
                                "type='network' device='disk'",
                                "<source protocol='nbd'><host transport='unix' socket='/s'/></source>"
                                        + "<target dev='vdb' bus='virtio'/>"));
        assertThat(values(command, "-blockdev").get(0))
                .contains("{\"type\":\"inet\",\"host\":\"h\",\"port\":\"1\"}")
                .contains("\"export\":\"x\"");
        assertThat(values(command, "-blockdev").get(2)).contains("{\"type\":\"unix\",\"path\":\"/s\"}");
        assertUnsupported(() -> Build.pc()
                        .of(disk("type='network' device='disk'", "<source protocol='rbd' name='p/i'/>" + VDA)))
                .contains("'rbd'")
                .contains("nbd");
    }

    @Test
    void placesOnScsiFollowTheController() {
        String sdh = disk("type='file' device='disk'", "<source file='/d'/><target dev='sdh' bus='scsi'/>");
        String virtio =
                device(Build.pc().of(sdh + "<controller type='scsi' index='0' model='virtio-scsi'/>"), "scsi0-0-0-8");
        // Unit 7 is the controller's own.
        assertThat(virtio).contains("\"scsi-id\":0,\"lun\":8");
        String lsi = device(Build.pc().of(sdh), "scsi0-0-8");
        assertThat(lsi).contains("\"scsi-id\":8").doesNotContain("lun");
        String lun = disk("type='block' device='lun'", "<source dev='/dev/sdx'/><target dev='sda' bus='scsi'/>");
        assertThat(values(Build.q35().of(lun), "-device")).anyMatch(device -> device.contains("scsi-block"));
    }

    @Test
    void ataDisksBeyondTheFirstControllerGetAnother() {
        CommandLine command =
                Build.q35().of(disk("type='file' device='disk'", "<source file='/d'/><target dev='sdg' bus='sata'/>"));
        assertThat(device(command, "sata1-0-0")).contains("\"bus\":\"sata1.0\"");
        assertThat(device(command, "sata1")).contains("ahci");
        assertUnsupported(() -> Build.q35()
                        .of(disk("type='file' device='disk'", "<source file='/d'/><target dev='hda' bus='ide'/>")))
                .contains("sata");
        assertUnsupported(() -> Build.pc()
                        .of(disk("type='file' device='disk'", "<source file='/d'/><target dev='hde' bus='ide'/>")))
                .contains("ide");
    }

    @Test
    void twoDisksCannotHaveOnePlace() {
        String one = disk("type='file' device='disk'", "<source file='/d'/><target dev='hda' bus='ide'/>");
        String two = disk(
                "type='file' device='disk'",
                "<source file='/e'/><target dev='hdb' bus='ide'/>"
                        + "<address type='drive' controller='0' bus='0' target='0' unit='0'/>");
        assertUnacceptable(() -> Build.pc().of(one + two)).contains("hda").contains("hdb");
    }

    @Test
    void detailsOfTheDriveReachTheGuest() {
        CommandLine command = Build.pc()
                .of(disk(
                        "type='file' device='disk'",
                        "<driver name='qemu' type='raw' error_policy='enospace' rerror_policy='report'/>"
                                + "<source file='/d'/><target dev='sda' bus='scsi' rotation_rate='7200'/>"
                                + "<wwn>5000c50015ea71aa</wwn><vendor>V</vendor><product>P</product><serial>S,1</serial>"
                                + "<blockio logical_block_size='512' physical_block_size='4096'/><shareable/>"));
        assertThat(device(command, "scsi0-0-0"))
                .contains("\"wwn\":5764824127192592810")
                .contains("\"vendor\":\"V\"", "\"product\":\"P\"", "\"serial\":\"S,1\"")
                .contains("\"werror\":\"enospc\"", "\"rerror\":\"report\"")
                .contains("\"physical_block_size\":4096", "\"rotation_rate\":7200", "\"share-rw\":true");
        assertUnacceptable(() -> Build.pc()
                        .of(disk(
                                "type='file' device='disk'",
                                "<source file='/d'/><target dev='sda' bus='scsi'/><wwn>12</wwn>")))
                .contains("wide name");
    }

    @Test
    void whatCannotBeHadIsRefused() {
        assertUnsupported(() -> Build.pc().of(file(VDA + "<transient/>", "type='raw'")))
                .contains("transient");
        assertUnsupported(() -> Build.pc().of(file(VDA, "type='raw' io='native' cache='writeback'")))
                .contains("cache='none'");
        assertUnsupported(() -> Build.pc().of(disk("type='file' device='cdrom'", "<source file='/d'/>" + VDA)))
                .contains("cdrom cannot be on bus virtio");
        assertUnsupported(() -> Build.pc()
                        .of(file(
                                VDA + "<encryption format='luks'><secret type='passphrase' "
                                        + "uuid='0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f'/></encryption>",
                                "type='qcow2'")))
                .contains("encrypted");
    }

    @Test
    void theOrderOfBootingIsPerDeviceOrPerKind() {
        String disks = file("<target dev='vda' bus='virtio'/>", "type='raw'")
                + disk("type='file' device='cdrom'", "<source file='/c'/><target dev='hdc' bus='ide'/>");
        String os = "<os><type arch='x86_64' machine='pc'>hvm</type>%s</os>";
        CommandLine byKind = Build.pc()
                .with(String.format(os, "<boot dev='cdrom'/><boot dev='hd'/>"))
                .of(disks);
        assertThat(device(byKind, "ide0-1-0")).contains("\"bootindex\":1");
        assertThat(device(byKind, "virtio-disk0")).contains("\"bootindex\":2");
        CommandLine implied = Build.pc().of(disks);
        assertThat(device(implied, "virtio-disk0")).contains("\"bootindex\":1");
        assertThat(device(implied, "ide0-1-0")).doesNotContain("bootindex");
        String own = file("<target dev='vda' bus='virtio'/><boot order='3'/>", "type='raw'");
        assertThat(device(Build.pc().of(own), "virtio-disk0")).contains("\"bootindex\":3");
        assertUnacceptable(
                () -> Build.pc().with(String.format(os, "<boot dev='hd'/>")).of(own));
    }

    @Test
    void limitsMayBeShared() {
        String tune = "<iotune><total_iops_sec>100</total_iops_sec><group_name>g</group_name></iotune>";
        CommandLine command = Build.pc()
                .of(file("<target dev='vda' bus='virtio'/>" + tune, "type='raw'")
                        + file("<target dev='vdb' bus='virtio'/>" + tune, "type='raw'")
                                .replace("/d.img", "/e.img"));
        assertThat(values(command, "-object"))
                .filteredOn(object -> object.contains("throttle-group"))
                .hasSize(1);
        assertThat(device(command, "virtio-disk1")).contains("\"drive\":\"libvirt-1-throttle\"");
    }

    @Test
    void readsCanBeCopied() {
        CommandLine command = Build.pc().of(file(VDA + "<backingStore/>", "type='qcow2' copy_on_read='on'"));
        assertThat(values(command, "-blockdev"))
                .last()
                .isEqualTo(
                        "{\"driver\":\"copy-on-read\",\"node-name\":\"libvirt-CoR-vda\",\"file\":\"libvirt-1-format\"}");
        assertThat(device(command, "virtio-disk0")).contains("\"drive\":\"libvirt-CoR-vda\"");
    }

    @Test
    void oldGeometryIsToldToTheGuest() {
        CommandLine command = Build.pc()
                .of(disk(
                        "type='file' device='disk'",
                        "<source file='/d'/><target dev='hda' bus='ide'/>"
                                + "<geometry cyls='16383' heads='16' secs='63' trans='lba'/>"));
        assertThat(device(command, "ide0-0-0"))
                .contains("\"cyls\":16383,\"heads\":16,\"secs\":63,\"bios-chs-trans\":\"lba\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<driver name='qemu' type='qcow2'><metadata_cache/></driver><source file='/d'/> | metadata_cache",
                "<source file='/d'><slices><slice type='storage' offset='0' size='512'/></slices></source> | slices",
                "<source file='/d'/><unheard-of/> | unheard-of"
            })
    void whatWouldBeLostIsRefused(String inside, String name) {
        assertUnsupported(() -> Build.pc().of(disk("type='file' device='disk'", inside + VDA)))
                .contains(name);
    }
}
