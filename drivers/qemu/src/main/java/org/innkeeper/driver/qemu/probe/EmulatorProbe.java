package org.innkeeper.driver.qemu.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.innkeeper.core.spi.CallContext;

/** Asks one emulator what it can do. */
final class EmulatorProbe {
    /** Devices whose properties differ between versions in a way that a command line must know. */
    private static final List<String> ASKED_DEVICES = List.of(
            "VGA",
            "qxl-vga",
            "virtio-gpu-pci",
            "virtio-blk-pci",
            "virtio-net-pci",
            "virtio-scsi-pci",
            "virtio-balloon-pci",
            "ide-hd",
            "scsi-hd",
            "usb-storage",
            "usb-host",
            "pcie-root-port",
            "PIIX4_PM",
            "ICH9-LPC");

    private EmulatorProbe() {}

    static EmulatorInfo probe(Path binary, CallContext context) {
        try (ProbeSession session = ProbeSession.start(binary, context)) {
            JsonNode version = session.ask("query-version");
            List<MachineType> machines = machines(session.ask("query-machines"));
            Set<String> devices = typeNames(session, "device");
            devices.addAll(typeNames(session, "user-creatable"));
            return new EmulatorInfo(
                    binary,
                    session.ask("query-target").path("arch").asText(),
                    new EmulatorVersion(
                            version.path("qemu").path("major").asInt(),
                            version.path("qemu").path("minor").asInt(),
                            version.path("qemu").path("micro").asInt()),
                    version.path("package").asText(""),
                    machines,
                    cpuModels(session.ask("query-cpu-definitions")),
                    devices,
                    deviceProperties(session, devices),
                    machineProperties(session, machines),
                    options(session.ask("query-command-line-options")),
                    session.ask("query-kvm").path("present").asBoolean());
        }
    }

    private static List<MachineType> machines(JsonNode reply) {
        List<MachineType> machines = new ArrayList<>();
        for (JsonNode each : reply) {
            machines.add(new MachineType(
                    each.path("name").asText(),
                    each.path("alias").asText(null),
                    each.path("is-default").asBoolean(),
                    each.path("cpu-max").asInt(1),
                    each.path("hotpluggable-cpus").asBoolean(),
                    cpuName(each.path("default-cpu-type").asText(null)),
                    each.path("default-ram-id").asText(null),
                    each.path("deprecated").asBoolean()));
        }
        return machines;
    }

    /** A CPU's type name ends in the architecture and "-cpu": {@code qemu64-x86_64-cpu}. */
    private static String cpuName(String typeName) {
        if (typeName == null || !typeName.endsWith("-cpu")) {
            return typeName;
        }
        String name = typeName.substring(0, typeName.length() - "-cpu".length());
        int dash = name.lastIndexOf('-');
        return dash > 0 ? name.substring(0, dash) : name;
    }

    private static List<CpuModel> cpuModels(JsonNode reply) {
        List<CpuModel> models = new ArrayList<>();
        for (JsonNode each : reply) {
            List<String> missing = new ArrayList<>();
            each.path("unavailable-features").forEach(feature -> missing.add(feature.asText()));
            models.add(new CpuModel(
                    each.path("name").asText(),
                    each.path("alias-of").asText(null),
                    each.path("deprecated").asBoolean(),
                    missing));
        }
        return models;
    }

    private static Set<String> typeNames(ProbeSession session, String implemented) {
        ObjectNode arguments = session.arguments("implements", implemented).put("abstract", false);
        return names(session.ask("qom-list-types", arguments));
    }

    private static Map<String, Set<String>> deviceProperties(ProbeSession session, Set<String> devices) {
        List<String> asked = ASKED_DEVICES.stream().filter(devices::contains).toList();
        List<JsonNode> replies = session.askAll(
                "device-list-properties",
                asked.stream()
                        .map(device -> session.arguments("typename", device))
                        .toList());
        Map<String, Set<String>> properties = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            properties.put(asked.get(i), names(replies.get(i)));
        }
        return properties;
    }

    private static Set<String> machineProperties(ProbeSession session, List<MachineType> machines) {
        return machines.stream()
                .filter(MachineType::isDefault)
                .findFirst()
                .map(machine -> names(
                        session.ask("qom-list-properties", session.arguments("typename", machine.name() + "-machine"))))
                .orElse(Set.of());
    }

    private static Set<String> options(JsonNode reply) {
        Set<String> options = new HashSet<>();
        reply.forEach(each -> options.add(each.path("option").asText()));
        return options;
    }

    private static Set<String> names(JsonNode reply) {
        Set<String> names = new TreeSet<>();
        reply.forEach(each -> names.add(each.path("name").asText()));
        return names;
    }
}
