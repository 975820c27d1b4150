package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.qemu.command.Build.assertUnacceptable;
import static org.innkeeper.driver.qemu.command.Build.assertUnsupported;
import static org.innkeeper.driver.qemu.command.Build.device;
import static org.innkeeper.driver.qemu.command.Build.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterDevicesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<serial type='pty'/> | pty,id=charserial0",
                "<serial type='null'/> | null,id=charserial0",
                "<serial type='vc'/> | vc,id=charserial0",
                "<serial type='file'><source path='/a,b'/></serial> | file,id=charserial0,path=/a,,b,append=on",
                "<serial type='pipe'><source path='/p'/></serial> | pipe,id=charserial0,path=/p",
                "<serial type='dev'><source path='/dev/ttyS0'/></serial> | serial,id=charserial0,path=/dev/ttyS0",
                "<serial type='unix'><source mode='connect' path='/s'/></serial> | socket,id=charserial0,path=/s",
                "<serial type='unix'><source mode='bind'/></serial>"
                        + " | socket,id=charserial0,path=/run/guest/serial0.sock,server=on,wait=off",
                "<serial type='tcp'><source mode='bind' host='::1' service='70'/><protocol type='telnet'/></serial>"
                        + " | socket,id=charserial0,host=::1,port=70,telnet=on,server=on,wait=off",
                "<serial type='tcp'><source mode='connect' host='h' service='70'>"
                        + "<reconnect enabled='yes' timeout='5'/></source></serial>"
                        + " | socket,id=charserial0,host=h,port=70,reconnect=5",
                "<serial type='udp'><source mode='bind' host='l' service='1'/>"
                        + "<source mode='connect' host='r' service='2'/></serial>"
                        + " | udp,id=charserial0,localaddr=l,localport=1,host=r,port=2",
                "<serial type='pty'><log file='/l' append='off'/></serial>"
                        + " | pty,id=charserial0,logfile=/l,logappend=off"
            })
    void theHostsEndOfAPort(String definition, String expected) {
        assertThat(values(Build.pc().of(definition), "-chardev")).contains(expected);
    }

    @Test
    void aConsoleIsTheFirstSerialPort() {
        CommandLine command = Build.pc().of("<console type='pty'/>");
        assertThat(values(command, "-chardev")).contains("pty,id=charserial0");
        assertThat(device(command, "serial0")).contains("isa-serial").contains("\"index\":0");
        assertThat(command.aliases()).contains(new DeviceAlias("serial", 0, "serial0"));
    }

    @Test
    void portsOfVirtioAreNumbered() {
        CommandLine command = Build.pc()
                .of("<channel type='unix'><target type='virtio' name='a'/></channel>"
                        + "<channel type='pty'><target type='virtio' name='b'/>"
                        + "<address type='virtio-serial' controller='0' bus='0' port='1'/></channel>"
                        + "<channel type='spicevmc'><target type='virtio'/></channel>");
        assertThat(device(command, "channel1")).contains("\"nr\":1,");
        assertThat(device(command, "channel0")).contains("\"nr\":2,").contains("\"bus\":\"virtio-serial0.0\"");
        assertThat(device(command, "channel2")).contains("com.redhat.spice.0");
        assertThat(values(command, "-device"))
                .filteredOn(each -> each.contains("virtio-serial-pci"))
                .hasSize(1);
    }

    @Test
    void theAgentOfTheScreenNeedsNoSpice() {
        CommandLine command = Build.pc()
                .of("<channel type='qemu-vdagent'><source><clipboard copypaste='yes'/><mouse mode='client'/></source>"
                        + "<target type='virtio' name='com.redhat.spice.0'/></channel>");
        assertThat(values(command, "-chardev"))
                .contains("qemu-vdagent,id=charchannel0,name=vdagent,clipboard=on,mouse=on");
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertUnsupported(() -> Build.pc().of("<serial type='stdio'/>")).contains("pty");
        assertUnsupported(() -> Build.pc().of("<serial type='nmdm'><source master='/a' slave='/b'/></serial>"))
                .contains("nmdm");
        assertUnsupported(() -> Build.pc().of("<console type='pty'><target type='sclp'/></console>"))
                .contains("sclp");
        assertUnsupported(() -> Build.pc().of("<channel type='pty'><target type='xen' name='x'/></channel>"))
                .contains("xen");
        assertUnacceptable(() -> Build.pc().of("<serial type='file'/>"));
    }
}
