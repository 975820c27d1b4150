package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.qemu.command.Build.assertUnsupported;
import static org.innkeeper.driver.qemu.command.Build.device;
import static org.innkeeper.driver.qemu.command.Build.value;
import static org.innkeeper.driver.qemu.command.Build.values;

import org.innkeeper.driver.qemu.probe.EmulatorVersion;
import org.innkeeper.driver.qemu.probe.StoredEmulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphicsOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<graphics type='vnc'/> | vnc=unix:/run/guest/vnc.sock,audiodev=audio1",
                "<graphics type='vnc'><listen type='socket'/></graphics> | vnc=unix:/run/guest/vnc.sock,audiodev=audio1",
                "<graphics type='vnc'><listen type='none'/></graphics> | vnc=unix:/run/guest/vnc.sock,audiodev=audio1",
                "<graphics type='vnc' socket='/my/s'/> | vnc=unix:/my/s,audiodev=audio1",
                "<graphics type='vnc' port='-1' autoport='yes'/> | 127.0.0.1:0,audiodev=audio1",
                "<graphics type='vnc' port='5907'/> | 127.0.0.1:7,audiodev=audio1",
                "<graphics type='vnc' port='5907' listen='::'/> | [::]:7,audiodev=audio1",
                "<graphics type='vnc' port='5901'><listen type='address' address='0.0.0.0'/></graphics>"
                        + " | 0.0.0.0:1,audiodev=audio1",
                "<graphics type='vnc' port='5901' websocket='5701'/> | 127.0.0.1:1,websocket=5701,audiodev=audio1"
            })
    void whereTheScreenListens(String definition, String expected) {
        assertThat(value(Build.pc().of(definition), "-vnc")).isEqualTo(expected);
    }

    @Test
    void aPasswordIsNeverInTheArguments() {
        CommandLine command =
                Build.pc().of("<graphics type='vnc' passwd='se,cret'/><graphics type='spice' passwd='se,cret'/>");
        assertThat(value(command, "-vnc")).contains("password=on");
        assertThat(value(command, "-spice")).doesNotContain("disable-ticketing");
        assertThat(command.arguments()).noneMatch(argument -> argument.contains("cret"));
        assertThat(command.environment().values()).noneMatch(variable -> variable.contains("cret"));
    }

    @Test
    void withoutScreenThereIsNoDisplay() {
        CommandLine command = Build.pc().of("");
        assertThat(value(command, "-display")).isEqualTo("none");
        assertThat(values(command, "-vnc")).isEmpty();
        assertThat(values(command, "-device")).noneMatch(device -> device.contains("vga"));
    }

    @Test
    void aScreenBringsACard() {
        assertThat(device(Build.pc().of("<graphics type='vnc'/>"), "video0")).contains("cirrus-vga");
    }

    @Test
    void spiceIsThereWhereTheEmulatorHasIt() {
        assertThat(value(Build.pc().of("<graphics type='spice'/>"), "-spice"))
                .isEqualTo("unix=on,addr=/run/guest/spice.sock,disable-ticketing=on,seamless-migration=on");
        assertThat(value(Build.pc().of("<graphics type='spice' port='5930'/>"), "-spice"))
                .startsWith("port=5930,addr=127.0.0.1,");
        assertUnsupported(() -> Build.pc()
                        .by(StoredEmulators.without(new EmulatorVersion(7, 2, 0)))
                        .of("<graphics type='spice'/>"))
                .contains("has no SPICE")
                .contains("type='vnc'");
        assertUnsupported(() -> Build.pc().of("<graphics type='spice' tlsPort='5931'/>"))
                .contains("TLS");
    }

    @Test
    void aWindowOfTheHostGetsItsDisplay() {
        CommandLine command = Build.pc().of("<graphics type='sdl' display=':7' xauth='/x'/>");
        assertThat(value(command, "-display")).isEqualTo("sdl");
        assertThat(command.environment()).containsEntry("DISPLAY", ":7").containsEntry("XAUTHORITY", "/x");
        assertUnsupported(() -> Build.pc().of("<graphics type='rdp'/>")).contains("vnc");
    }

    @Test
    void aScreenCannotListenOnANetworkThatIsNotThere() {
        assertUnsupported(() -> Build.pc()
                        .of("<graphics type='vnc' port='5900'><listen type='network' network='default'/></graphics>"))
                .contains("address");
    }

    @Test
    void cardsHaveTheirMemory() {
        CommandLine command = Build.q35()
                .of("<video><model type='qxl' ram='131072' vram='65536' vgamem='32768' heads='2'/></video>"
                        + "<video><model type='virtio'><resolution x='1280' y='800'/></model></video>");
        assertThat(device(command, "video0"))
                .contains("qxl-vga", "\"ram_size\":134217728", "\"vgamem_mb\":32", "\"max_outputs\":2");
        assertThat(device(command, "video1")).contains("virtio-gpu-pci", "\"xres\":1280", "\"yres\":800");
        assertUnsupported(() -> Build.q35().of("<video><model type='voodoo'/></video>"))
                .contains("voodoo");
    }
}
