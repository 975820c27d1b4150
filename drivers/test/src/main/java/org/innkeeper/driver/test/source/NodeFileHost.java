package org.innkeeper.driver.test.source;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.hook.HostClock;
import org.innkeeper.driver.test.host.NodeFacts;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.TestPool;

/** Makes a host of a description. */
public final class NodeFileHost implements HostSource {
    private final List<NodeFile> files;
    private final NodeFacts facts;

    /** A host as the file says. */
    public NodeFileHost(NodeFile file) {
        this(file.facts(), List.of(file));
    }

    NodeFileHost(NodeFacts facts, List<NodeFile> files) {
        this.facts = facts;
        this.files = files;
    }

    /** The host that {@code test:///default} is in libvirt. */
    public static HostSource plain() {
        return new NodeFileHost(NodeFacts.DEFAULT, List.of(NodeFile.resource("default-host.xml")));
    }

    /** The same host with guests in every state. */
    public static HostSource demo() {
        return new NodeFileHost(
                NodeFacts.DEFAULT,
                List.of(NodeFile.resource("default-host.xml"), NodeFile.resource("demo-guests.xml")));
    }

    @Override
    public TestHost make(HostClock clock, long seed) {
        TestHost host = new TestHost(clock, seed, facts, false);
        synchronized (host) {
            for (NodeFile file : files) {
                file.objects("network").forEach(network -> host.networks().place(network));
                file.objects("device").forEach(device -> host.devices().place(device));
                file.objects("pool").forEach(pool -> addPool(host, file, pool));
                file.objects("domain").forEach(domain -> new DomainEntry(file, domain).addTo(host));
            }
        }
        return host;
    }

    private static void addPool(TestHost host, NodeFile file, XmlElement element) {
        TestPool pool = host.pools().place(element);
        file.objects(element, "volume").forEach(volume -> host.volumes().place(pool, volume));
    }
}
