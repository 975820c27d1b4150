package org.innkeeper.driver.xen.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;

/** What xl makes of a guest's file: libxl's JSON, for the settings that guests of tests have. */
final class StandInXlConfig {
    private static final long KIB_PER_MIB = 1024;
    private static final Map<String, String> DISK_OPTIONS =
            Map.of("backendtype", "backend", "backend", "backend_domname", "format", "format", "script", "script");
    private static final Map<String, String> CARD_OPTIONS = Map.of(
            "mac", "mac", "bridge", "bridge", "script", "script", "vifname", "ifname", "ip", "ip", "model", "model");

    private final ConfigFile file;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private StandInXlConfig(ConfigFile file) {
        this.file = file;
    }

    static ObjectNode read(ConfigFile file) throws StandInXlAnswer.Refusal {
        return new StandInXlConfig(file).convert();
    }

    private ObjectNode convert() throws StandInXlAnswer.Refusal {
        String type = file.string("type").orElse(file.string("builder").orElse("pv"));
        ObjectNode creation = json.putObject("c_info");
        creation.put("type", type);
        creation.put("name", file.string("name").orElseThrow());
        creation.put("domid", 4294967295L);
        creation.put("uuid", file.string("uuid").orElse(UUID.randomUUID().toString()));
        creation.put("run_hotplug_scripts", "True");
        ObjectNode build = json.putObject("b_info");
        writeVcpus(build);
        long memory = file.number("memory").orElse(32);
        build.put("max_memkb", file.number("maxmem").orElse(memory) * KIB_PER_MIB);
        build.put("target_memkb", memory * KIB_PER_MIB);
        build.put("video_memkb", 0);
        build.putObject("sched_params");
        build.put("claim_mode", "True");
        for (String name : List.of("bootloader", "kernel", "ramdisk")) {
            file.string(name).ifPresent(value -> build.put(name, value));
        }
        file.string("cmdline").or(() -> file.string("extra")).ifPresent(value -> build.put("cmdline", value));
        build.putObject("type." + type);
        build.putObject("arch_arm");
        build.putObject("arch_x86").put("msr_relaxed", "False");
        for (String disk : texts("disk")) {
            array("disks").add(disk(disk));
        }
        for (String card : texts("vif")) {
            array("nics").add(card(card, array("nics").size()));
        }
        for (String screen : texts("vfb")) {
            array("vfbs").add(screen(screen));
        }
        for (String event : List.of("on_poweroff", "on_reboot", "on_crash")) {
            file.string(event)
                    .filter(action -> !action.equals("destroy"))
                    .ifPresent(action -> json.put(event, action.replace('-', '_')));
        }
        json.put("on_soft_reset", "soft_reset");
        return json;
    }

    private void writeVcpus(ObjectNode build) {
        long now = file.number("vcpus").orElse(1);
        long most = file.number("maxvcpus").orElse(now);
        build.put("max_vcpus", most);
        ArrayNode available = build.putArray("avail_vcpus");
        for (int i = 0; i < now; i++) {
            available.add(i);
        }
        ArrayNode affinities = JsonNodeFactory.instance.arrayNode();
        if (file.value("cpus").orElse(null) instanceof ConfigValue.Items) {
            texts("cpus").forEach(cpus -> affinities.add(cpus(cpus)));
        } else {
            file.string("cpus").ifPresent(cpus -> {
                for (int i = 0; i < most; i++) {
                    affinities.add(cpus(cpus));
                }
            });
        }
        if (!affinities.isEmpty()) {
            build.set("vcpu_hard_affinity", affinities);
        }
    }

    /** {@code 0-2,5}. */
    static ArrayNode cpus(String text) {
        ArrayNode cpus = JsonNodeFactory.instance.arrayNode();
        for (String range : (text.equals("all") ? "0-" + (StandInXlHost.CPUS - 1) : text).split(",")) {
            String[] ends = range.split("-");
            for (int cpu = Integer.parseInt(ends[0]); cpu <= Integer.parseInt(ends[ends.length - 1]); cpu++) {
                cpus.add(cpu);
            }
        }
        return cpus;
    }

    private ArrayNode array(String name) {
        return json.withArray("/" + name);
    }

    private List<String> texts(String name) {
        return file.value(name).isEmpty() ? List.of() : file.strings(name).orElse(List.of());
    }

    /** Options by name; {@code target=} takes the rest. */
    private static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        int target = text.startsWith("target=") ? 0 : text.indexOf(",target=") + 1;
        boolean hasTarget = text.startsWith("target=", target);
        if (hasTarget) {
            options.put("target", text.substring(target + "target=".length()));
        }
        for (String option : (hasTarget ? text.substring(0, target) : text).split(",")) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(option.substring(0, equals), option.substring(equals + 1));
            }
        }
        return options;
    }

    private static void copy(Map<String, String> options, Map<String, String> names, ObjectNode into) {
        names.forEach((option, member) -> {
            if (options.containsKey(option)) {
                into.put(member, options.get(option));
            }
        });
    }

    static ObjectNode disk(String text) throws StandInXlAnswer.Refusal {
        Map<String, String> options = options(text);
        String access = options.getOrDefault("access", "rw");
        if (!options.containsKey("vdev")) {
            throw new StandInXlAnswer.Refusal(
                    1, "command line: config parsing error in disk specification: no vdev specified in `" + text + "'");
        }
        if (!List.of("r", "ro", "w", "rw").contains(access)) {
            throw new StandInXlAnswer.Refusal(
                    1,
                    "command line: config parsing error in disk specification: unknown value for access: near `"
                            + access + "' in `" + text + "'");
        }
        ObjectNode disk = JsonNodeFactory.instance.objectNode();
        if (options.containsKey("target")) {
            disk.put("pdev_path", options.get("target"));
        }
        disk.put("vdev", options.get("vdev"));
        copy(options, DISK_OPTIONS, disk);
        if (access.endsWith("w")) {
            disk.put("readwrite", 1);
        }
        if ("cdrom".equals(options.get("devtype"))) {
            disk.put("removable", 1);
            disk.put("is_cdrom", 1);
        }
        return disk.put("colo_restore_enable", "False");
    }

    static ObjectNode card(String text, int number) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        card.put("devid", number);
        Map<String, String> options = options(text);
        copy(options, CARD_OPTIONS, card);
        if (!card.has("mac")) {
            card.put("mac", String.format("00:16:3e:77:00:%02x", number));
        }
        return card.put("nictype", "vif");
    }

    private static ObjectNode screen(String text) {
        Map<String, String> options = options(text);
        ObjectNode screen = JsonNodeFactory.instance.objectNode();
        ObjectNode vnc = screen.putObject("vnc");
        vnc.put("enable", "True");
        copy(options, Map.of("vnclisten", "listen", "vncpasswd", "passwd"), vnc);
        if (options.containsKey("vncunused")) {
            vnc.put("findunused", options.get("vncunused").equals("1") ? "True" : "False");
        }
        screen.putObject("sdl");
        return screen;
    }
}
