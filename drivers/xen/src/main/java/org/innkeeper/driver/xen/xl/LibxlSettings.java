package org.innkeeper.driver.xen.xl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.driver.xen.config.SettingsWriter;

/**
 * The configuration of a guest as libxl keeps it, in JSON, as the settings of a file that xl would start it from. What has
 * libxl's default is missing in the JSON.
 */
final class LibxlSettings {
    private static final String NAME = "libxl-json";
    private static final long KIB_PER_MIB = 1024;
    private static final Map<String, String> ACTIONS = Map.of(
            "restart_rename", "rename-restart",
            "coredump_destroy", "coredump-destroy",
            "coredump_restart", "coredump-restart");
    private static final int USUAL_WEIGHT = 256;
    private static final String USUAL_ACTION = "destroy";

    private final JsonNode creation;
    private final JsonNode build;
    private final JsonNode special;
    private final JsonNode configuration;
    private final String type;
    private final boolean secrets;
    private final SettingsWriter out = new SettingsWriter(ConfigFile.empty(NAME));

    private LibxlSettings(JsonNode configuration, boolean secrets) {
        this.configuration = configuration;
        this.creation = configuration.path("c_info");
        this.build = configuration.path("b_info");
        this.type = Objects.requireNonNullElse(LibxlJson.text(creation.path("type")), "pv");
        this.special = build.path("type." + type);
        this.secrets = secrets;
    }

    /**
     * The settings of a guest.
     *
     * @param vcpus how many virtual CPUs it has where the JSON does not say, as for Domain-0
     * @param uuid what it has where the JSON does not say, or null
     * @param secrets whether passwords are among them
     */
    static ConfigFile of(JsonNode configuration, int vcpus, UUID uuid, boolean secrets) {
        return new LibxlSettings(configuration, secrets).convert(vcpus, uuid);
    }

    private ConfigFile convert(int vcpus, UUID uuid) {
        out.text("name", LibxlJson.text(creation.path("name")));
        String known = LibxlJson.text(creation.path("uuid"));
        out.text("uuid", known == null && uuid != null ? uuid.toString() : known);
        out.text("type", type);
        writeMemory();
        writeVcpus(vcpus);
        writeSystem();
        writeFeatures();
        writeLifecycle();
        if (isHvm()) {
            writeScreen(special.path("vnc"), special.path("sdl"), special.path("spice"));
            writeEmulatedDevices();
        }
        new LibxlDevices(configuration, isHvm(), secrets, out).write();
        return out.file();
    }

    private boolean isHvm() {
        return type.equals("hvm");
    }

    /** A value of the guest: older versions of libxl keep some with the kind of guest. */
    private JsonNode value(String name) {
        return build.has(name) ? build.path(name) : special.path(name);
    }

    private void text(String setting, String name) {
        out.text(setting, LibxlJson.text(value(name)));
    }

    private void flag(String setting, JsonNode value) {
        if (LibxlJson.text(value) != null) {
            out.flag(setting, LibxlJson.isOn(value));
        }
    }

    private void number(String setting, JsonNode value) {
        if (value.canConvertToLong() && value.isNumber()) {
            out.number(setting, value.longValue());
        }
    }

    private void writeMemory() {
        long most = build.path("max_memkb").asLong(0);
        long now = build.path("target_memkb").asLong(most);
        out.number("maxmem", mebibytes(Math.max(most, now)));
        out.number("memory", mebibytes(now > 0 ? now : most));
    }

    private static long mebibytes(long kibibytes) {
        return kibibytes / KIB_PER_MIB + (kibibytes % KIB_PER_MIB == 0 ? 0 : 1);
    }

    private void writeVcpus(int missing) {
        int most = build.path("max_vcpus").asInt(missing);
        int now = build.path("avail_vcpus").size();
        out.number("maxvcpus", Math.max(1, most));
        out.number("vcpus", Math.max(1, now == 0 ? most : now));
        List<String> affinities = new ArrayList<>();
        build.path("vcpu_hard_affinity").forEach(cpus -> affinities.add(cpus(cpus)));
        if (affinities.stream().distinct().count() == 1) {
            out.text("cpus", affinities.get(0));
        } else {
            out.texts("cpus", affinities);
        }
    }

    private static String cpus(JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(cpu -> numbers.add(cpu.asInt()));
        return CpuMap.of(numbers.stream()
                        .mapToInt(Integer::intValue)
                        .filter(cpu -> cpu >= 0)
                        .toArray())
                .toString();
    }

    private void writeSystem() {
        text("bootloader", "bootloader");
        List<String> arguments = new ArrayList<>();
        value("bootloader_args").forEach(argument -> arguments.add(argument.asText()));
        out.text("bootargs", arguments.isEmpty() ? null : String.join(" ", arguments));
        text("kernel", "kernel");
        text("ramdisk", "ramdisk");
        text("cmdline", "cmdline");
        if (isHvm()) {
            text("bios", "bios");
            text("bios_path_override", "system_firmware");
            text("acpi_firmware", "acpi_firmware");
            text("boot", "boot");
            text("device_model_override", "device_model");
        }
    }

    private void writeFeatures() {
        if (isHvm()) {
            for (String name : List.of("pae", "acpi", "apic", "viridian", "hpet")) {
                flag(name, value(name));
            }
            flag("nestedhvm", value("nested_hvm"));
            flag("hap", creation.path("hap"));
            number("rtc_timeoffset", build.path("rtc_timeoffset"));
        }
        text("tsc_mode", "tsc_mode");
        flag("localtime", build.path("localtime"));
        flag("e820_host", special.path("e820_host"));
        out.text("passthrough", LibxlJson.text(creation.path("passthrough")));
        out.value("vnuma", numaNodes());
        JsonNode weight = build.path("sched_params").path("weight");
        // Of a run libxl tells it always.
        if (weight.asInt() != USUAL_WEIGHT) {
            number("cpu_weight", weight);
        }
        number("max_grant_frames", build.path("max_grant_frames"));
        number("max_event_channels", build.path("event_channels"));
    }

    /** The guest's NUMA nodes; null where it has none. */
    private ConfigValue numaNodes() {
        List<ConfigValue> nodes = new ArrayList<>();
        for (JsonNode node : build.path("vnuma_nodes")) {
            StringJoiner distances = new StringJoiner(",");
            node.path("distances").forEach(distance -> distances.add(distance.asText()));
            nodes.add(ConfigValue.Items.of(
                    "pnode=" + node.path("pnode").asInt(0),
                    "size=" + mebibytes(node.path("memkb").asLong(0)),
                    "vcpus=" + cpus(node.path("vcpus")),
                    "vdistances=" + distances));
        }
        return nodes.isEmpty() ? null : new ConfigValue.Items(nodes);
    }

    private void writeLifecycle() {
        for (String event : List.of("on_poweroff", "on_reboot", "on_crash")) {
            String action = Objects.requireNonNullElse(LibxlJson.text(configuration.path(event)), USUAL_ACTION);
            out.text(event, ACTIONS.getOrDefault(action, action));
        }
    }

    private void writeScreen(JsonNode vnc, JsonNode sdl, JsonNode spice) {
        if (LibxlJson.isOn(spice.path("enable"))) {
            out.flag("spice", true);
            out.text("spicehost", LibxlJson.text(spice.path("host")));
            number("spiceport", spice.path("port"));
            number("spicetls_port", spice.path("tls_port"));
            flag("spicedisable_ticketing", spice.path("disable_ticketing"));
            out.text("spicepasswd", secret(spice.path("passwd")));
            flag("spiceagent_mouse", spice.path("agent_mouse"));
            flag("spicevdagent", spice.path("vdagent"));
            flag("spice_clipboard_sharing", spice.path("clipboard_sharing"));
            number("spiceusbredirection", spice.path("usbredirection"));
            out.text("spice_image_compression", LibxlJson.text(spice.path("image_compression")));
            out.text("spice_streaming_video", LibxlJson.text(spice.path("streaming_video")));
        } else if (LibxlJson.isOn(vnc.path("enable"))) {
            out.flag("vnc", true);
            out.flag("vncunused", !vnc.has("findunused") || LibxlJson.isOn(vnc.path("findunused")));
            out.text("vnclisten", LibxlJson.text(vnc.path("listen")));
            out.text("vncpasswd", secret(vnc.path("passwd")));
            number("vncdisplay", vnc.path("display"));
            text("keymap", "keymap");
        } else if (LibxlJson.isOn(sdl.path("enable"))) {
            out.flag("sdl", true);
            out.text("display", LibxlJson.text(sdl.path("display")));
            out.text("xauthority", LibxlJson.text(sdl.path("xauthority")));
        }
    }

    private String secret(JsonNode value) {
        return secrets ? LibxlJson.text(value) : null;
    }

    private void writeEmulatedDevices() {
        out.texts("serial", texts("serial", "serial_list"));
        String card = LibxlJson.text(special.path("vga").path("kind"));
        out.text("vga", "std".equals(card) ? "stdvga" : card);
        long video = build.path("video_memkb").asLong(0);
        if (video > 0) {
            out.number("videoram", mebibytes(video));
        }
        flag("usb", special.path("usb"));
        out.texts("usbdevice", texts("usbdevice", "usbdevice_list"));
        text("soundhw", "soundhw");
        List<String> arguments = new ArrayList<>();
        build.path("extra").forEach(argument -> arguments.add(argument.asText()));
        build.path("extra_hvm").forEach(argument -> arguments.add(argument.asText()));
        out.texts("device_model_args", arguments);
    }

    /** A value that is one text or a list of them, under different names. */
    private List<String> texts(String one, String many) {
        List<String> texts = new ArrayList<>();
        String single = LibxlJson.text(special.path(one));
        if (single != null) {
            texts.add(single);
        }
        special.path(many).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
