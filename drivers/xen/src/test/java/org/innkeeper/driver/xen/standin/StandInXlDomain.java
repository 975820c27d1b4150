package org.innkeeper.driver.xen.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A domain of the stand-in xl: the configuration that libxl would keep, and what it does. Guarded by the host. */
final class StandInXlDomain implements StandInGuest {
    final ObjectNode config;
    final Map<Integer, ArrayNode> pins = new TreeMap<>();
    int id;
    boolean paused;
    /** What the guest was asked for while it was paused. */
    Runnable asked;

    int weight = 256;
    int cap;
    private final long started = System.nanoTime();

    StandInXlDomain(ObjectNode config, int id, boolean paused) {
        this.config = config;
        this.id = id;
        this.paused = paused;
        JsonNode affinities = build().path("vcpu_hard_affinity");
        for (int i = 0; i < affinities.size(); i++) {
            pins.put(i, (ArrayNode) affinities.get(i));
        }
    }

    ObjectNode build() {
        return (ObjectNode) config.get("b_info");
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String name() {
        return config.path("c_info").path("name").asText();
    }

    void rename(String name) {
        ((ObjectNode) config.get("c_info")).put("name", name);
    }

    @Override
    public UUID uuid() {
        String uuid = config.path("c_info").path("uuid").asText();
        return uuid.isEmpty() ? new UUID(0, 0) : UUID.fromString(uuid);
    }

    @Override
    public long memory() {
        return build().path("target_memkb").asLong() >> 10;
    }

    ArrayNode list(String name) {
        return config.withArray("/" + name);
    }

    @Override
    public List<StandInDevice> devices() {
        List<StandInDevice> devices = new ArrayList<>();
        config.path("disks")
                .forEach(disk -> devices.add(new StandInDevice(
                        "vbd", StandInDevice.number(disk.path("vdev").asText()), List.of("vbd"))));
        config.path("nics")
                .forEach(card ->
                        devices.add(new StandInDevice("vif", card.path("devid").asInt(), List.of("vif"))));
        return devices;
    }

    int vcpus() {
        return build().path("max_vcpus").asInt(1);
    }

    int online() {
        return id == 0 ? StandInXlHost.CPUS : build().path("avail_vcpus").size();
    }

    void online(int count) {
        ArrayNode available = build().putArray("avail_vcpus");
        for (int i = 0; i < count; i++) {
            available.add(i);
        }
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - started) / 1e9);
    }

    /** A row of {@code xl list -v}. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%-40s %5d %5d %5d     %s  %8s %s        -                -",
                name(),
                id,
                memory(),
                online(),
                id == 0 ? "r-----" : paused ? "--p---" : "-b----",
                seconds(),
                uuid());
    }

    /** Rows of {@code xl vcpu-list}. */
    List<String> vcpuRows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < vcpus(); i++) {
            boolean on = i < online();
            ArrayNode pinned = pins.get(i);
            rows.add(String.format(
                    Locale.ROOT,
                    "%-32s %5d %5d %4s   %s  %8s  %s / all",
                    name(),
                    id,
                    i,
                    on ? pinned == null ? "0" : pinned.get(0).asText() : "-",
                    on ? "-b-" : "--p",
                    seconds(),
                    pinned == null || pinned.size() == StandInXlHost.CPUS ? "all" : ranges(pinned)));
        }
        return rows;
    }

    private static String ranges(ArrayNode cpus) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < cpus.size(); ) {
            int first = cpus.get(i).asInt();
            int last = first;
            for (i++; i < cpus.size() && cpus.get(i).asInt() == last + 1; i++) {
                last++;
            }
            ranges.add(first == last ? "" + first : first + "-" + last);
        }
        return String.join(",", ranges);
    }

    /** Its part of {@code xl list -l}: what libxl keeps, with what the hypervisor says of it now. */
    ObjectNode listed(String scheduler) {
        ObjectNode listed = JsonNodeFactory.instance.objectNode();
        listed.put("domid", id);
        listed.set("config", saved(scheduler));
        return listed;
    }

    /** The configuration that goes with it to a file or another host. */
    ObjectNode saved(String scheduler) {
        ObjectNode saved = config.deepCopy();
        ObjectNode share = (ObjectNode) saved.path("b_info").path("sched_params");
        share.put("sched", scheduler).put("weight", weight).put("cap", cap);
        for (String name : List.of("disks", "nics", "vfbs")) {
            if (saved.path(name).isEmpty()) {
                saved.remove(name);
            }
        }
        return saved;
    }
}
