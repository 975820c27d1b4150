package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.qemu.command.Build.assertUnacceptable;
import static org.innkeeper.driver.qemu.command.Build.assertUnsupported;
import static org.innkeeper.driver.qemu.command.Build.device;
import static org.innkeeper.driver.qemu.command.Build.value;

import org.innkeeper.driver.qemu.probe.EmulatorVersion;
import org.innkeeper.driver.qemu.probe.StoredEmulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDevicesTest {
    private static final String MAC = "<mac address='52:54:00:00:00:01'/>";

    private static String nic(String type, String inside) {
        return "<interface type='" + type + "'>" + MAC + inside + "</interface>";
    }

    @Test
    void aBridgeIsReachedByATap() {
        CommandLine command = Build.pc().of(nic("bridge", "<source bridge='br0'/><model type='virtio'/>"));
        assertThat(value(command, "-netdev"))
                .isEqualTo(
                        "{\"type\":\"tap\",\"ifname\":\"vnet0\",\"script\":\"no\",\"downscript\":\"no\",\"id\":\"hostnet0\"}");
        assertThat(command.taps()).containsExactly(new TapDevice("vnet0", "br0", "52:54:00:00:00:01", true, "net0"));
    }

    @Test
    void theDialectOf2007NamesABridgeToo() {
        CommandLine command = Build.pc().of(nic("bridge", "<source dev='br1'/>"));
        assertThat(command.taps()).extracting(TapDevice::bridge).containsExactly("br1");
        assertThat(device(command, "net0")).contains("rtl8139");
        assertUnacceptable(() -> Build.pc().of(nic("bridge", "")));
    }

    @Test
    void aNameOfTheUsersOwnIsKept() {
        CommandLine command =
                Build.pc().of(nic("ethernet", "<target dev='mytap0' managed='no'/><model type='e1000'/>"));
        assertThat(command.taps()).containsExactly(new TapDevice("mytap0", null, "52:54:00:00:00:01", false, "net0"));
        CommandLine again = Build.pc().of(nic("bridge", "<source bridge='b'/><target dev='vnet7'/>"));
        assertThat(again.taps()).extracting(TapDevice::name).containsExactly("vnet0");
        assertUnacceptable(() -> Build.pc().of(nic("ethernet", "<target dev='a-name-that-is-too-long'/>")));
        assertUnacceptable(() -> Build.pc().of(nic("ethernet", "<target dev='a,b=c'/>")));
    }

    @Test
    void aVirtualNetworkIsRefusedWithWhatToDo() {
        assertUnsupported(() -> Build.pc().of(nic("network", "<source network='default'/>")))
                .contains("'default'")
                .contains("type='user'");
    }

    @Test
    void socketsConnectGuestsDirectly() {
        assertThat(value(Build.pc().of(nic("mcast", "<source address='230.0.0.1' port='5558'/>")), "-netdev"))
                .contains("\"mcast\":\"230.0.0.1:5558\"");
        assertThat(value(Build.pc().of(nic("server", "<source port='5558'/>")), "-netdev"))
                .contains("\"listen\":\":5558\"");
        assertThat(value(Build.pc().of(nic("client", "<source address='h' port='5558'/>")), "-netdev"))
                .contains("\"connect\":\"h:5558\"");
        assertUnacceptable(() -> Build.pc().of(nic("mcast", "")));
    }

    @Test
    void detailsOfVirtioReachTheDevice() {
        CommandLine command = Build.pc()
                .of(nic(
                        "user",
                        "<model type='virtio'/><mtu size='9000'/><rom enabled='no'/>"
                                + "<driver txmode='iothread' rx_queue_size='512'><host csum='off' mrg_rxbuf='on'/>"
                                + "<guest tso4='off'/></driver>"));
        assertThat(device(command, "net0"))
                .contains("\"tx\":\"bh\"", "\"rx_queue_size\":512", "\"csum\":false", "\"mrg_rxbuf\":true")
                .contains("\"guest_tso4\":false", "\"host_mtu\":9000", "\"romfile\":\"\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bandwidth><inbound average='1000'/></bandwidth>",
                "<filterref filter='clean-traffic'/>",
                "<vlan><tag id='42'/></vlan>",
                "<driver name='vhost' queues='4'/>",
                "<link state='down'/>"
            })
    void whatWouldBeLostIsRefused(String element) {
        assertUnsupported(() -> Build.pc().of(nic("bridge", "<source bridge='b'/><model type='virtio'/>" + element)))
                .contains("Remove");
    }

    @Test
    void aModelTheEmulatorLacksIsRefused() {
        assertUnsupported(() -> Build.pc()
                        .by(StoredEmulators.without(new EmulatorVersion(7, 2, 0), "e1000"))
                        .of(nic("user", "<model type='e1000'/>")))
                .contains("e1000");
        assertUnsupported(() -> Build.pc().of(nic("user", "<model type='no-such-card'/>")))
                .contains("no-such-card");
    }

    @Test
    void aMissingAddressIsTheSameAtEachStart() {
        String nics = "<interface type='user'/><interface type='user'/>";
        String first = device(Build.pc().of(nics), "net0");
        assertThat(first).contains("\"mac\":\"52:54:00:");
        assertThat(device(Build.pc().of(nics), "net0")).isEqualTo(first);
        assertThat(device(Build.pc().of(nics), "net1").replace("net1", "net0").replace("0x3", "0x2"))
                .isNotEqualTo(first);
    }
}
