package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.xml.XmlElement;

/** Addresses guests have got in the virtual networks of a host. Used under its lock. */
public final class Leases {
    private static final long DURATION = 3_600;

    private final TestHost host;

    Leases(TestHost host) {
        this.host = host;
    }

    /** The leases of an active network, one for each interface of an active guest in it. */
    public List<DhcpLease> of(TestNetwork network) {
        List<DhcpLease> leases = new ArrayList<>();
        Range range = Range.of(network.current());
        if (range == null) {
            return leases;
        }
        long expiry = host.clock().wallMillis() / 1000 + DURATION;
        for (TestDomain domain : host.domains().all()) {
            if (domain.isActive()) {
                for (NicFacts nic : domain.run().definition().facts().nics()) {
                    if (network.name().equals(nic.network())) {
                        leases.add(new DhcpLease(
                                network.bridge(),
                                expiry,
                                false,
                                nic.mac(),
                                range.address(nic.mac()),
                                range.prefix,
                                domain.name(),
                                null));
                    }
                }
            }
        }
        return leases;
    }

    /** The address of an interface with its prefix, or null where nothing gives it one. */
    public String address(NicFacts nic) {
        for (TestNetwork network : host.networks().all()) {
            if (network.isActive() && network.name().equals(nic.network())) {
                Range range = Range.of(network.current());
                return range == null ? null : range.address(nic.mac()) + "/" + range.prefix;
            }
        }
        return null;
    }

    /** Addresses a network hands out, and those it keeps for some. */
    private record Range(int first, int last, int prefix, List<XmlElement> reserved) {
        static Range of(XmlElement network) {
            for (XmlElement ip : network.elements("ip")) {
                XmlElement dhcp = ip.element("dhcp");
                XmlElement range = dhcp == null ? null : dhcp.element("range");
                if (range != null && !"ipv6".equals(ip.attribute("family"))) {
                    return new Range(
                            Ipv4.parse(range, range.attribute("start")),
                            Ipv4.parse(range, range.attribute("end")),
                            Ipv4.prefix(ip),
                            dhcp.elements("host"));
                }
            }
            return null;
        }

        String address(String mac) {
            for (XmlElement kept : reserved) {
                if (mac.equalsIgnoreCase(kept.attribute("mac")) && kept.attribute("ip") != null) {
                    return kept.attribute("ip");
                }
            }
            return Ipv4.format(first + Math.floorMod(mac.hashCode(), Math.max(1, last - first + 1)));
        }
    }
}
