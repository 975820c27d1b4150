package org.innkeeper.driver.qemu.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.BootOrder;
import org.innkeeper.driver.qemu.definition.GuestDefinition;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.process.GuestPaths;

/** One command line being written: what it is written for, and what has been written so far. */
final class GuestContext {
    /** Since when options that take JSON exist. */
    private static final int JSON_OBJECT_MAJOR = 6;

    private static final int JSON_DEVICE_MINOR = 2;

    private final GuestDefinition definition;
    private final GuestPaths paths;
    private final Accelerator accelerator;
    private final HostResources host;
    private final BootOrder bootOrder;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<TapDevice> taps = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    GuestContext(GuestDefinition definition, GuestPaths paths, Accelerator accelerator, HostResources host) {
        this.definition = definition;
        this.paths = paths;
        this.accelerator = accelerator;
        this.host = host;
        bootOrder = new BootOrder(definition);
        arguments.add(definition.emulator().binary().toString());
    }

    GuestDefinition definition() {
        return definition;
    }

    XmlElement root() {
        return definition.root();
    }

    EmulatorInfo emulator() {
        return definition.emulator();
    }

    GuestPaths paths() {
        return paths;
    }

    Accelerator accelerator() {
        return accelerator;
    }

    HostResources host() {
        return host;
    }

    List<String> arguments() {
        return arguments;
    }

    Map<String, String> environment() {
        return environment;
    }

    List<TapDevice> taps() {
        return taps;
    }

    /** The emulator's {@code id} of a device. */
    String alias(XmlElement device) {
        return Nodes.text(device, "alias@name");
    }

    /** Whether a name of something shared has not been asked about before. */
    boolean firstUseOf(String name) {
        return used.add(name);
    }

    Integer bootIndex(XmlElement device) {
        return bootOrder.of(device);
    }

    void option(String name) {
        arguments.add(name);
    }

    void option(String name, Object value) {
        arguments.add(name);
        arguments.add(value.toString());
    }

    /** A block node; always JSON. */
    void blockdev(Props node) {
        option("-blockdev", node.toJson());
    }

    /** A device; the first property is its driver. */
    void device(Props device) {
        boolean json = emulator().version().isAtLeast(JSON_OBJECT_MAJOR, JSON_DEVICE_MINOR);
        option("-device", json ? device.toJson() : device.toOption());
    }

    /** A back-end object; the first property is its type. */
    void object(Props object) {
        boolean json = emulator().version().isAtLeast(JSON_OBJECT_MAJOR, 0);
        option("-object", json ? object.toJson() : object.toOption());
    }

    /** A network back end; the first property is its type. */
    void netdev(Props netdev) {
        boolean json = emulator().version().isAtLeast(JSON_OBJECT_MAJOR, 1);
        option("-netdev", json ? netdev.toJson() : netdev.toOption());
    }
}
