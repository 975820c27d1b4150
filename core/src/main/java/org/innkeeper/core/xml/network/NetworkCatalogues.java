package org.innkeeper.core.xml.network;

import java.util.List;
import org.innkeeper.core.xml.Catalogue;

/** All declared properties of a virtual network. */
public final class NetworkCatalogues {
    public static final List<Catalogue> ALL = List.of(
            NetworkProperties.CATALOGUE,
            ForwardInterfaceProperties.CATALOGUE,
            ForwardAddressProperties.CATALOGUE,
            DnsForwarderProperties.CATALOGUE,
            DnsHostProperties.CATALOGUE,
            DnsHostNameProperties.CATALOGUE,
            DnsTextProperties.CATALOGUE,
            DnsServiceProperties.CATALOGUE,
            IpProperties.CATALOGUE,
            DhcpRangeProperties.CATALOGUE,
            DhcpHostProperties.CATALOGUE,
            RouteProperties.CATALOGUE,
            PortGroupProperties.CATALOGUE,
            VlanTagProperties.CATALOGUE,
            VirtualPortParameterProperties.CATALOGUE);

    private NetworkCatalogues() {}
}
