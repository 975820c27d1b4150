package org.innkeeper.driver.test.host;

import java.util.UUID;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.xml.XmlElement;

/** One virtual network. Used under the lock of its host. */
public final class TestNetwork {
    private final NetworkRef ref;
    private String persistent;
    private String live;
    private boolean autostart;

    TestNetwork(String name, UUID uuid) {
        ref = new NetworkRef(name, uuid);
    }

    public NetworkRef ref() {
        return ref;
    }

    public String name() {
        return ref.name();
    }

    public boolean isActive() {
        return live != null;
    }

    public boolean isPersistent() {
        return persistent != null;
    }

    public boolean autostart() {
        return autostart;
    }

    void setAutostart(boolean value) {
        autostart = value;
    }

    /** The stored XML, or null. */
    public String persistent() {
        return persistent;
    }

    void setPersistent(String xml) {
        persistent = xml;
    }

    /** The live XML, or null. */
    public String live() {
        return live;
    }

    void setLive(String xml) {
        live = xml;
    }

    /** The XML that counts now. */
    public XmlElement current() {
        return XmlElement.parse(live != null ? live : persistent);
    }

    /** The bridge, or null where it has none. */
    public String bridge() {
        return XmlReading.attribute(current(), "bridge", "name");
    }
}
