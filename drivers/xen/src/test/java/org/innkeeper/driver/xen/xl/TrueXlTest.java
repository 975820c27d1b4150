package org.innkeeper.driver.xen.xl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.SameXml;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.config.DomainToConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a definition, the true xl understands as it was meant; and what libxl's JSON says of that is read back. */
class TrueXlTest {
    private static final String HVM =
            "name = 'g'\nuuid = 'c7a5fdb2-cdaf-9455-926a-d65c16db1809'\nmemory = 512\ntype = 'hvm'\n";
    private static final String PV =
            "name = 'g'\nuuid = 'c7a5fdb2-cdaf-9455-926a-d65c16db1809'\nmemory = 512\nkernel = '/k'\n";

    @TempDir
    Path directory;

    private TrueXl xl;

    @BeforeEach
    void find() {
        xl = TrueXl.in(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxmem = 1024\nvcpus = 2\nmaxvcpus = 4\ncpus = [ '0', '1-2', '5', '0-1,^0,3' ]\n",
                "vcpus = 2\ncpus = '0-3,^1'\n",
                "disk = [ 'phy:/dev/cdrom,hdc:cdrom,r', ',,hdd:cdrom', '/a.vhd,vhd,hda,w' ]\n",
                "disk = [ 'tap:qcow2:/x,xvdb,w', '/a,raw,xvdd,ro,backend=dd', 'rbd:pool/img,raw,sda,rw' ]\n",
                "disk = [ 'drbd:res0,xvda,w', 'nbd:10.0.0.1:10809,xvdb,r' ]\n",
                "disk = [ 'format=qed,vdev=hda,access=rw,backendtype=qdisk,target=/a,b=c' ]\n",
                "vif = [ 'mac=00:16:3e:66:92:9c,bridge=ovs0.10,script=vif-openvswitch' ]\n",
                "vif = [ 'mac=00:16:3e:66:92:9c,bridge=ovs0:10:20,script=vif-openvswitch,model=e1000' ]\n",
                "vif = [ 'bridge=br1,script=vif-bridge,ip=10.0.0.1 10.0.0.2,rate=10Mb/s,backend=net,type=vif' ]\n",
                "vif = [ 'mac=00:16:3e:66:92:9c,script=vif-route,vifname=my0' ]\n",
                "pci = [ '0000:01:13.0,permissive=1', '36:00.7' ]\n",
                "pci = [ '0000:01:13.0,permissive=1,seize=1', '0000:36:00.7,seize=1' ]\n",
                "vcpus = 4\nvnuma = [ [ 'pnode=0', 'size=256', 'vcpus=0-1', 'vdistances=10,20' ],"
                        + " [ 'pnode=1', 'size=256', 'vcpus=2,3', 'vdistances=20,10' ] ]\n",
                "vcpus = 3\nmaxvcpus = 3\nvnuma = [ [ 'pnode=0', 'size=128', 'vcpus=0', 'vdistances=10,21,31' ],"
                        + " [ 'pnode=1', 'size=128', 'vcpus=1', 'vdistances=21,10,21' ],"
                        + " [ 'pnode=2', 'size=256', 'vcpus=2', 'vdistances=31,21,10' ] ]\n",
                "usbctrl = [ 'type=qusb,version=2,ports=6' ]\n",
                "channel = [ 'connection=socket,path=/run/c,name=org.x', 'connection=pty,name=org.y' ]\n",
                "bios = 'ovmf'\nbios_path_override = '/fw/x.fd'\nacpi_firmware = '/slic'\n",
                "device_model_args = [ '-foo', 'bar' ]\n",
                "nestedhvm = 1\nhap = 0\nviridian = 1\nhpet = 0\nacpi = 0\napic = 0\npae = 1\n",
                "tsc_mode = 'native'\nrtc_timeoffset = 3600\nlocaltime = 1\n",
                "serial = [ 'pty', '/dev/ttyS0', 'tcp:1.2.3.4:55', 'unix:/s,server,nowait' ]\n",
                "vnc = 1\nvncunused = 0\nvncdisplay = 7\nvnclisten = '0.0.0.0'\nvncpasswd = 'p'\nkeymap = 'de'\n",
                "sdl = 1\nvnc = 0\ndisplay = ':1'\nxauthority = '/x'\n",
                "spice = 1\nspicehost = '127.0.0.1'\nspiceport = 5910\nspicepasswd = 'p'\nspiceagent_mouse = 1\n",
                "usb = 1\nusbdevice = [ 'mouse', 'tablet' ]\nsoundhw = 'es1370'\nboot = 'dcn'\n",
                "vnc = 1\nvga = 'stdvga'\nvideoram = 32\nsoundhw = 'hda'\ncpu_weight = 700\n",
                "spice = 1\nspicehost = '127.0.0.1'\nspiceport = 5910\nspicedisable_ticketing = 1\nvga = 'qxl'\nvideoram = 64\n"
                        + "spiceusbredirection = 3\nspice_image_compression = 'glz'\nspice_streaming_video = 'all'\n",
                "passthrough = 'share_pt'\nmax_grant_frames = 64\nmax_event_channels = 2047\n",
                "on_poweroff = 'preserve'\non_reboot = 'rename-restart'\non_crash = 'coredump-restart'\n",
            })
    void fullyVirtualised(String settings) throws IOException {
        isUnderstood(HVM + settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type = 'pvh'\nramdisk = '/r'\ncmdline = 'root=/dev/xvda1 quiet'\n",
                "bootloader = '/usr/bin/pygrub'\nbootargs = '-q --entry=1'\n",
                "root = '/dev/xvda1'\nextra = 'quiet'\ne820_host = 1\ntsc_mode = 'always_emulate'\n",
                "vfb = [ 'type=vnc,vncunused=0,vncdisplay=3,vncpasswd=p,keymap=de' ]\n",
                "vfb = [ 'type=sdl,display=:1,xauthority=/x' ]\n",
                "disk = [ 'phy:/dev/vg/x,xvda,w' ]\nlocaltime = 1\n",
            })
    void paravirtualised(String settings) throws IOException {
        isUnderstood(PV + settings);
    }

    private void isUnderstood(String text) throws IOException {
        XmlElement asked = definition(ConfigFile.parse("asked", text));
        ConfigFile written = DomainToConfig.convert(
                asked, ConfigFormat.XL, Dialect.LIBVIRT_9, XendVersion.XEN_3_1, ConfigFile.empty("written"));
        ConfigFile given = StartFile.accepted(written, UUID.randomUUID(), () -> 1);

        XmlElement understood = definition(LibxlSettings.of(xl.read(given), 1, null, true));

        SameXml.require(asked, understood);
    }

    private static XmlElement definition(ConfigFile file) {
        return DomainFromConfig.convert(file, ConfigFormat.XL, Dialect.LIBVIRT_9, "x86_64");
    }
}
