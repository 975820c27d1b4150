package org.innkeeper.driver.test.host;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.event.ConnectionEvent.NetworkLifecycle;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** The virtual networks of a host. Used under its lock. */
public final class NetworkStore {
    private static final int DEFINED = 0;
    private static final int UNDEFINED = 1;
    private static final int STARTED = 2;
    private static final int STOPPED = 3;

    private final TestHost host;
    private final Map<UUID, TestNetwork> networks = new LinkedHashMap<>();

    NetworkStore(TestHost host) {
        this.host = host;
    }

    public Collection<TestNetwork> all() {
        return Collections.unmodifiableCollection(networks.values());
    }

    public TestNetwork byUuid(UUID uuid) {
        TestNetwork network = networks.get(uuid);
        if (network == null) {
            throw missing("UUID " + uuid, uuid.toString());
        }
        return network;
    }

    public TestNetwork byName(String name) {
        return networks.values().stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing("name '" + name + "'", name));
    }

    private static RuntimeException missing(String what, String name) {
        return HostErrors.about(
                ErrorCode.NO_NETWORK,
                ErrorSubject.Kind.NETWORK,
                name,
                "There is no network with " + what,
                "Read the list again");
    }

    public TestNetwork define(String xml) {
        TestNetwork network = admit(read(xml));
        network.setPersistent(normal(xml, network));
        post(network, DEFINED);
        return network;
    }

    public TestNetwork create(String xml) {
        XmlElement root = read(xml);
        TestNetwork network = admit(root);
        if (network.isActive()) {
            throw state(network, "is active already", null);
        }
        begin(network, normal(xml, network));
        return network;
    }

    /** Adds one that is simply there, active. */
    public void place(XmlElement element) {
        TestNetwork network = admit(element);
        String xml = normal(element.toText(), network);
        network.setPersistent(xml);
        network.setLive(xml);
    }

    private static XmlElement read(String xml) {
        return XmlReading.document(xml, "network").root();
    }

    /** The network with the name and UUID of this definition; a new one where both are new. */
    private TestNetwork admit(XmlElement root) {
        String name = XmlReading.name(root);
        UUID given = XmlReading.uuid(root);
        for (TestNetwork other : networks.values()) {
            boolean sameName = other.name().equals(name);
            boolean sameUuid = other.ref().uuid().equals(given);
            if (sameName && sameUuid) {
                return other;
            }
            if (sameName || sameUuid) {
                throw HostErrors.about(
                        ErrorCode.NETWORK_EXIST,
                        ErrorSubject.Kind.NETWORK,
                        other.name(),
                        "A network '" + other.name() + "' exists already with the UUID "
                                + other.ref().uuid(),
                        "Choose another name, and leave the UUID out");
            }
        }
        TestNetwork network = new TestNetwork(name, given == null ? host.ids().uuid() : given);
        networks.put(network.ref().uuid(), network);
        return network;
    }

    private static String normal(String xml, TestNetwork network) {
        XmlDocument document = XmlDocument.parse(xml);
        XmlReading.setText(document.root(), "uuid", network.ref().uuid().toString());
        return document.toText();
    }

    public void undefine(TestNetwork network) {
        if (!network.isPersistent()) {
            throw state(network, "is transient and has no definition", null);
        }
        network.setPersistent(null);
        network.setAutostart(false);
        forgetUnlessUsed(network);
        post(network, UNDEFINED);
    }

    private void forgetUnlessUsed(TestNetwork network) {
        if (!network.isActive() && !network.isPersistent()) {
            networks.remove(network.ref().uuid());
        }
    }

    public void start(TestNetwork network) {
        if (network.isActive()) {
            throw state(network, "is active already", null);
        }
        begin(network, network.persistent());
    }

    private void begin(TestNetwork network, String xml) {
        String bridge = XmlReading.attribute(XmlElement.parse(xml), "bridge", "name");
        for (TestNetwork other : networks.values()) {
            if (other != network && other.isActive() && bridge != null && bridge.equals(other.bridge())) {
                forgetUnlessUsed(network);
                throw state(
                        network,
                        "cannot start: its bridge " + bridge + " belongs to '" + other.name() + "'",
                        "Give it another bridge");
            }
        }
        network.setLive(xml);
        post(network, STARTED);
    }

    public void stop(TestNetwork network) {
        requireActive(network);
        network.setLive(null);
        forgetUnlessUsed(network);
        post(network, STOPPED);
    }

    public void setAutostart(TestNetwork network, boolean autostart) {
        if (!network.isPersistent()) {
            throw state(network, "is transient and cannot start with the host", "Define it first");
        }
        network.setAutostart(autostart);
    }

    /** Changes the live or the stored definition, or both; when one fails, none is changed. */
    public void edit(TestNetwork network, boolean live, boolean config, Consumer<XmlElement> change) {
        String newLive = live ? edited(network.live(), change) : null;
        String newStored = config ? edited(network.persistent(), change) : null;
        if (newLive != null) {
            network.setLive(newLive);
        }
        if (newStored != null) {
            network.setPersistent(newStored);
        }
    }

    private static String edited(String xml, Consumer<XmlElement> change) {
        XmlDocument document = XmlDocument.parse(xml);
        change.accept(document.root());
        return document.toText();
    }

    public void requireActive(TestNetwork network) {
        if (!network.isActive()) {
            throw state(network, "is not active", "Start it first");
        }
    }

    /** The state of a network does not fit. */
    public static RuntimeException state(TestNetwork network, String reason, String remedy) {
        return HostErrors.about(
                ErrorCode.OPERATION_INVALID,
                ErrorSubject.Kind.NETWORK,
                network.name(),
                "The network '" + network.name() + "' " + reason,
                remedy);
    }

    private void post(TestNetwork network, int type) {
        host.events().post(new NetworkLifecycle(network.ref(), type));
    }
}
