package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.Property;

/** A network card. */
public final class InterfaceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("interface", "devices/interface");

    public static final Property<String> TYPE = CATALOGUE.choice(
            "@type",
            "user",
            "ethernet",
            "vhostuser",
            "server",
            "client",
            "mcast",
            "udp",
            "network",
            "bridge",
            "internal",
            "direct",
            "hostdev",
            "vdpa",
            "null",
            "vds");
    public static final Property<Boolean> MANAGED = CATALOGUE.yesNo("@managed");
    public static final Property<MacAddress> MAC = CATALOGUE.mac("mac@address");
    public static final Property<String> MAC_TYPE = CATALOGUE.choice("mac@type", "generated", "static");
    public static final Property<Boolean> MAC_CHECK = CATALOGUE.yesNo("mac@check");
    public static final Property<String> SOURCE_NETWORK = CATALOGUE.text("source@network");
    /** The dialect of 2007 for the network. */
    public static final Property<String> SOURCE_NAME = CATALOGUE.text("source@name");

    public static final Property<String> SOURCE_PORT_GROUP = CATALOGUE.text("source@portgroup");
    public static final Property<String> SOURCE_BRIDGE = CATALOGUE.text("source@bridge");
    /** For a bridge the dialect of 2007, for type direct the device. */
    public static final Property<String> SOURCE_DEVICE = CATALOGUE.text("source@dev");

    public static final Property<String> SOURCE_MODE =
            CATALOGUE.choice("source@mode", "vepa", "private", "bridge", "passthrough", "server", "client");
    public static final Property<String> SOURCE_ADDRESS = CATALOGUE.text("source@address");
    public static final Property<Integer> SOURCE_PORT = CATALOGUE.integer("source@port");
    public static final Property<String> LOCAL_ADDRESS = CATALOGUE.text("source/local@address");
    public static final Property<Integer> LOCAL_PORT = CATALOGUE.integer("source/local@port");
    public static final Property<String> SOURCE_TYPE = CATALOGUE.choice("source@type", "unix");
    public static final Property<String> SOURCE_PATH = CATALOGUE.text("source@path");
    /** Of 2007: the address the guest is to have. */
    public static final Property<String> GUEST_ADDRESS = CATALOGUE.text("ip@address");

    public static final Property<String> SCRIPT = CATALOGUE.text("script@path");
    public static final Property<String> DOWN_SCRIPT = CATALOGUE.text("downscript@path");
    public static final Property<String> TARGET = CATALOGUE.text("target@dev");
    public static final Property<Boolean> TARGET_MANAGED = CATALOGUE.yesNo("target@managed");
    public static final Property<String> GUEST_DEVICE = CATALOGUE.text("guest@dev");
    public static final Property<String> MODEL = CATALOGUE.text("model@type");
    public static final Property<String> DRIVER_NAME =
            CATALOGUE.choice("driver@name", "vhost", "qemu", "vfio", "kvm", "xen");
    public static final Property<String> TRANSMIT_MODE = CATALOGUE.choice("driver@txmode", "iothread", "timer");
    public static final Property<Boolean> IO_EVENT_FD = CATALOGUE.onOff("driver@ioeventfd");
    public static final Property<Boolean> EVENT_INDEX = CATALOGUE.onOff("driver@event_idx");
    public static final Property<Integer> QUEUES = CATALOGUE.integer("driver@queues");
    public static final Property<Integer> RX_QUEUE_SIZE = CATALOGUE.integer("driver@rx_queue_size");
    public static final Property<Integer> TX_QUEUE_SIZE = CATALOGUE.integer("driver@tx_queue_size");
    public static final Property<Boolean> RECEIVE_SIDE_SCALING = CATALOGUE.onOff("driver@rss");
    public static final Property<Boolean> HASH_REPORT = CATALOGUE.onOff("driver@rss_hash_report");
    public static final Property<Boolean> HOST_CHECKSUM = CATALOGUE.onOff("driver/host@csum");
    public static final Property<Boolean> HOST_GSO = CATALOGUE.onOff("driver/host@gso");
    public static final Property<Boolean> HOST_TSO4 = CATALOGUE.onOff("driver/host@tso4");
    public static final Property<Boolean> HOST_TSO6 = CATALOGUE.onOff("driver/host@tso6");
    public static final Property<Boolean> HOST_ECN = CATALOGUE.onOff("driver/host@ecn");
    public static final Property<Boolean> HOST_UFO = CATALOGUE.onOff("driver/host@ufo");
    public static final Property<Boolean> HOST_MERGE_BUFFERS = CATALOGUE.onOff("driver/host@mrg_rxbuf");
    public static final Property<Boolean> GUEST_CHECKSUM = CATALOGUE.onOff("driver/guest@csum");
    public static final Property<Boolean> GUEST_TSO4 = CATALOGUE.onOff("driver/guest@tso4");
    public static final Property<Boolean> GUEST_TSO6 = CATALOGUE.onOff("driver/guest@tso6");
    public static final Property<Boolean> GUEST_ECN = CATALOGUE.onOff("driver/guest@ecn");
    public static final Property<Boolean> GUEST_UFO = CATALOGUE.onOff("driver/guest@ufo");
    public static final Property<String> BACKEND_TAP = CATALOGUE.text("backend@tap");
    public static final Property<String> BACKEND_VHOST = CATALOGUE.text("backend@vhost");
    public static final Property<Long> SEND_BUFFER = CATALOGUE.number("tune/sndbuf");
    public static final Property<String> LINK = CATALOGUE.choice("link@state", "up", "down");
    public static final Property<Integer> MTU = CATALOGUE.integer("mtu@size");
    public static final Property<String> FILTER = CATALOGUE.text("filterref@filter");
    public static final Property<Boolean> PORT_ISOLATED = CATALOGUE.yesNo("port@isolated");
    public static final Property<Integer> COALESCE_FRAMES = CATALOGUE.integer("coalesce/rx/frames@max");
    public static final Property<String> VIRTUAL_PORT_TYPE = CATALOGUE.text("virtualport@type");
    public static final Property<String> VIRTUAL_PORT_INTERFACE = CATALOGUE.text("virtualport/parameters@interfaceid");
    public static final Property<String> VIRTUAL_PORT_PROFILE = CATALOGUE.text("virtualport/parameters@profileid");
    public static final Property<Boolean> VLAN_TRUNK = CATALOGUE.yesNo("vlan@trunk");

    private InterfaceProperties() {}
}
