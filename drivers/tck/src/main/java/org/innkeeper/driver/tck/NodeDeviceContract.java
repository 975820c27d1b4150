package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices of the host. */
public abstract class NodeDeviceContract extends DriverContract {
    private static final long SYSTEM = 1L;
    private static final long UNKNOWN_CAPABILITY = 1L << 27;

    private NodeDeviceFacet devices;

    /** For subclasses. */
    protected NodeDeviceContract() {}

    @BeforeEach
    final void findDevices() {
        devices = required(NodeDeviceFacet.class, Feature.NODE_DEVICES);
    }

    @Test
    void everyDeviceHasXmlAndCapabilities() {
        List<NodeDeviceRef> all = devices.list(call(), 0);

        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
        for (NodeDeviceRef device : all) {
            XmlElement xml = XmlDocument.parse(devices.xml(call(), device)).root();
            assertThat(xml.name()).isEqualTo("device");
            assertThat(xml.element("name").text()).isEqualTo(device.name());
            assertThat(devices.capabilities(call(), device)).isNotEmpty();
            assertThat(devices.lookup(call(), device.name())).isEqualTo(device);
        }
    }

    @Test
    void parentsAreDevicesToo() {
        List<NodeDeviceRef> all = devices.list(call(), 0);
        int roots = 0;
        for (NodeDeviceRef device : all) {
            String parent = devices.parent(call(), device);
            if (parent == null) {
                roots++;
            } else {
                assertThat(all).contains(new NodeDeviceRef(parent));
            }
        }

        assertThat(roots).isPositive();
    }

    @Test
    void filterByCapability() {
        List<NodeDeviceRef> systems = devices.list(call(), SYSTEM);

        assertThat(systems).allSatisfy(device -> assertThat(devices.capabilities(call(), device))
                .contains("system"));
        assertThat(devices.list(call(), 0)).containsAll(systems);
        assertFails(() -> devices.list(call(), UNKNOWN_CAPABILITY), ErrorCode.INVALID_ARG);
    }

    @Test
    void whatIsNotThereIsNoDevice() {
        assertFails(() -> devices.lookup(call(), "no-such-device"), ErrorCode.NO_NODE_DEVICE);
        assertFails(() -> devices.xml(call(), new NodeDeviceRef("no-such-device")), ErrorCode.NO_NODE_DEVICE);
    }

    @Test
    void virtualDevicesComeAndGo() {
        String xml = fixture.nodeDeviceXml()
                .orElseGet(() -> Assumptions.abort("no virtual device can be made on this host"));

        NodeDeviceRef device = devices.createXml(call(), xml);

        assertThat(devices.list(call(), 0)).contains(device);
        devices.destroy(call(), device);
        assertThat(devices.list(call(), 0)).doesNotContain(device);
        assertFails(() -> devices.destroy(call(), device), ErrorCode.NO_NODE_DEVICE);
    }
}
