package org.innkeeper.driver.qemu.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known about an emulator, as a file of the cache. */
final class EmulatorInfoFormat {
    /** Raised whenever more is asked of emulators, which makes old files worthless. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new JsonMapper();

    private EmulatorInfoFormat() {}

    static byte[] write(EmulatorInfo info) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", VERSION);
        root.put("binary", info.binary().toString());
        root.put("arch", info.arch());
        root.putObject("version")
                .put("major", info.version().major())
                .put("minor", info.version().minor())
                .put("micro", info.version().micro());
        root.put("package", info.packageVersion());
        info.machines().forEach(machine -> write(root.withArray("/machines").addObject(), machine));
        info.cpuModels().forEach(model -> write(root.withArray("/cpus").addObject(), model));
        putNames(root, "devices", info.devices());
        ObjectNode properties = root.putObject("properties");
        info.deviceProperties().forEach((device, names) -> putNames(properties, device, names));
        putNames(root, "machineProperties", info.machineProperties());
        putNames(root, "options", info.options());
        root.put("kvm", info.kvmPresent());
        try {
            return JSON.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
        }
    }

    private static void write(ObjectNode node, MachineType machine) {
        node.put("name", machine.name())
                .put("alias", machine.alias())
                .put("default", machine.isDefault())
                .put("maxCpus", machine.maxCpus())
                .put("hotplug", machine.hotpluggableCpus())
                .put("cpu", machine.defaultCpu())
                .put("ram", machine.defaultRamId())
                .put("deprecated", machine.deprecated());
    }

    private static void write(ObjectNode node, CpuModel model) {
        node.put("name", model.name()).put("aliasOf", model.aliasOf()).put("deprecated", model.deprecated());
        model.missingFeatures().forEach(node.putArray("missing")::add);
    }

    private static void putNames(ObjectNode node, String key, Collection<String> names) {
        ArrayNode array = node.putArray(key);
        new TreeSet<>(names).forEach(array::add);
    }

    /** Empty where the file was written in another version. */
    static Optional<EmulatorInfo> read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root.path("format").asInt() != VERSION) {
            return Optional.empty();
        }
        List<MachineType> machines = new ArrayList<>();
        root.path("machines").forEach(node -> machines.add(readMachine(node)));
        List<CpuModel> models = new ArrayList<>();
        root.path("cpus").forEach(node -> models.add(readModel(node)));
        Map<String, Set<String>> properties = new HashMap<>();
        root.path("properties").properties().forEach(each -> properties.put(each.getKey(), readNames(each.getValue())));
        JsonNode version = root.path("version");
        return Optional.of(new EmulatorInfo(
                Path.of(root.path("binary").asText()),
                root.path("arch").asText(),
                new EmulatorVersion(
                        version.path("major").asInt(),
                        version.path("minor").asInt(),
                        version.path("micro").asInt()),
                root.path("package").asText(),
                machines,
                models,
                readNames(root.path("devices")),
                properties,
                readNames(root.path("machineProperties")),
                readNames(root.path("options")),
                root.path("kvm").asBoolean()));
    }

    private static MachineType readMachine(JsonNode node) {
        return new MachineType(
                node.path("name").asText(),
                node.path("alias").textValue(),
                node.path("default").asBoolean(),
                node.path("maxCpus").asInt(),
                node.path("hotplug").asBoolean(),
                node.path("cpu").textValue(),
                node.path("ram").textValue(),
                node.path("deprecated").asBoolean());
    }

    private static CpuModel readModel(JsonNode node) {
        List<String> missing = new ArrayList<>();
        node.path("missing").forEach(feature -> missing.add(feature.asText()));
        return new CpuModel(
                node.path("name").asText(),
                node.path("aliasOf").textValue(),
                node.path("deprecated").asBoolean(),
                missing);
    }

    private static Set<String> readNames(JsonNode array) {
        Set<String> names = new HashSet<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
