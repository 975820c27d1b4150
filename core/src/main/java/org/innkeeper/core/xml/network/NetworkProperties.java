package org.innkeeper.core.xml.network;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.Property;

/** What stands directly in a virtual network. */
public final class NetworkProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("network", "");

    public static final Property<String> NAME = CATALOGUE.text("name");
    public static final Property<UUID> UUID = CATALOGUE.uuid("uuid");
    /** Whether guests may talk IPv6 to each other without an address in the network. */
    public static final Property<Boolean> IPV6 = CATALOGUE.yesNo("@ipv6");

    public static final Property<Boolean> TRUST_GUEST_RX_FILTERS = CATALOGUE.yesNo("@trustGuestRxFilters");
    public static final Property<String> FORWARD_MODE = CATALOGUE.choice(
            "forward@mode", "nat", "route", "open", "bridge", "private", "vepa", "passthrough", "hostdev");
    public static final Property<String> FORWARD_DEVICE = CATALOGUE.text("forward@dev");
    public static final Property<Boolean> FORWARD_MANAGED = CATALOGUE.yesNo("forward@managed");
    /** The physical function whose virtual functions are lent. */
    public static final Property<String> FORWARD_FUNCTION = CATALOGUE.text("forward/pf@dev");

    public static final Property<Boolean> NAT_IPV6 = CATALOGUE.yesNo("forward/nat@ipv6");
    public static final Property<String> NAT_ADDRESS_START = CATALOGUE.text("forward/nat/address@start");
    public static final Property<String> NAT_ADDRESS_END = CATALOGUE.text("forward/nat/address@end");
    public static final Property<Integer> NAT_PORT_START = CATALOGUE.integer("forward/nat/port@start");
    public static final Property<Integer> NAT_PORT_END = CATALOGUE.integer("forward/nat/port@end");
    public static final Property<String> BRIDGE = CATALOGUE.text("bridge@name");
    public static final Property<Boolean> SPANNING_TREE = CATALOGUE.onOff("bridge@stp");
    /** Seconds. */
    public static final Property<Integer> BRIDGE_DELAY = CATALOGUE.integer("bridge@delay");

    public static final Property<String> MAC_TABLE = CATALOGUE.choice("bridge@macTableManager", "kernel", "libvirt");
    public static final Property<String> FIREWALL_ZONE = CATALOGUE.text("bridge@zone");
    /** Bytes. */
    public static final Property<Integer> MTU = CATALOGUE.integer("mtu@size");

    public static final Property<MacAddress> MAC = CATALOGUE.mac("mac@address");
    public static final Property<String> DOMAIN_NAME = CATALOGUE.text("domain@name");
    public static final Property<Boolean> DOMAIN_LOCAL_ONLY = CATALOGUE.yesNo("domain@localOnly");
    public static final Property<Boolean> DNS_ENABLED = CATALOGUE.yesNo("dns@enable");
    public static final Property<Boolean> DNS_FORWARD_PLAIN_NAMES = CATALOGUE.yesNo("dns@forwardPlainNames");
    public static final Property<String> VIRTUAL_PORT_TYPE = CATALOGUE.text("virtualport@type");

    private NetworkProperties() {}
}
