package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.event.ConnectionEvent.NodeDeviceLifecycle;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The devices of a host. Used under its lock. */
public final class NodeDevices {
    private static final int CREATED = 0;
    private static final int DELETED = 1;

    private final TestHost host;
    private final Map<String, XmlElement> devices = new LinkedHashMap<>();

    NodeDevices(TestHost host) {
        this.host = host;
    }

    public Collection<String> names() {
        return Collections.unmodifiableCollection(devices.keySet());
    }

    /** Adds one that is simply there. */
    public void place(XmlElement device) {
        String name = XmlReading.name(device);
        if (devices.putIfAbsent(name, device.copy()) != null) {
            throw XmlErrors.unacceptable(device, "has the name '" + name + "' of another device");
        }
    }

    public XmlElement get(String name) {
        XmlElement device = devices.get(name);
        if (device == null) {
            throw HostErrors.about(
                    ErrorCode.NO_NODE_DEVICE,
                    ErrorSubject.Kind.NODE_DEVICE,
                    name,
                    "The host has no device '" + name + "'",
                    "Read the list again");
        }
        return device;
    }

    /** The capabilities of a device, also those inside others. */
    public List<String> capabilities(String name) {
        List<String> types = new ArrayList<>();
        collect(get(name), types);
        return types;
    }

    private static void collect(XmlElement parent, List<String> types) {
        for (XmlElement capability : parent.elements("capability")) {
            if (capability.attribute("type") != null) {
                types.add(capability.attribute("type"));
            }
            collect(capability, types);
        }
    }

    /** Makes a virtual port of a storage adapter. */
    public NodeDeviceRef create(String xml) {
        XmlElement device = XmlReading.document(xml, "device").root();
        String parent = XmlReading.text(device, "parent");
        if (parent == null) {
            throw XmlErrors.unacceptable(device, "has no <parent>");
        }
        List<String> types = new ArrayList<>();
        collect(device, types);
        if (!types.contains("fc_host") || !capabilities(parent).contains("vport_ops")) {
            throw HostErrors.about(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    ErrorSubject.Kind.NODE_DEVICE,
                    parent,
                    "Only virtual ports of storage adapters can be made, and '" + parent + "' cannot have one",
                    "Choose a parent with vport_ops");
        }
        String name = freeName();
        XmlElement created = device.copy();
        XmlReading.setText(created, "name", name);
        XmlElement adapter = created.element("capability");
        XmlReading.setText(adapter, "host", name.substring("scsi_host".length()));
        devices.put(name, created);
        NodeDeviceRef ref = new NodeDeviceRef(name);
        host.events().post(new NodeDeviceLifecycle(ref, CREATED));
        return ref;
    }

    private String freeName() {
        int number = 12;
        while (devices.containsKey("scsi_host" + number)) {
            number++;
        }
        return "scsi_host" + number;
    }

    public void destroy(String name) {
        String parent = XmlReading.text(get(name), "parent");
        if (parent == null
                || !devices.containsKey(parent)
                || !capabilities(parent).contains("vport_ops")) {
            throw HostErrors.about(
                    ErrorCode.OPERATION_INVALID,
                    ErrorSubject.Kind.NODE_DEVICE,
                    name,
                    "The device '" + name + "' is not a virtual one",
                    null);
        }
        devices.remove(name);
        host.events().post(new NodeDeviceLifecycle(new NodeDeviceRef(name), DELETED));
    }
}
