package org.innkeeper.driver.xen.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A domain of the stand-in xend. Guarded by the xend. */
final class StandInDomain implements StandInGuest {
    static final int OFF = -1;

    final UUID uuid;
    final List<Object> config;
    final List<StandInDevice> devices = new ArrayList<>();
    final Map<Integer, String> pins = new TreeMap<>();
    String name;
    int id = OFF;
    boolean paused;
    boolean crashed;
    long memory;
    long maxMemory;
    int vcpus;
    int online;
    int weight = 256;
    int cap;
    String onStart = "ignore";
    private long started;

    StandInDomain(List<Object> config) {
        this.config = config;
        String told = Sxp.text(config, "uuid");
        uuid = told == null || told.isEmpty() ? UUID.randomUUID() : parse(told);
        name = Sxp.text(config, "name");
        memory = number("memory", 128);
        maxMemory = Math.max(memory, number("maxmem", memory));
        vcpus = (int) number("vcpus", 1);
        String available = Sxp.text(config, "vcpu_avail");
        online = available == null ? vcpus : Math.min(vcpus, Long.bitCount(Long.parseLong(available)));
        String start = Sxp.text(config, "on_xend_start");
        onStart = start == null ? "ignore" : start;
        for (Object value : config) {
            if (value instanceof List<?> list && list.size() > 1 && list.get(0).equals("device")) {
                add(new ArrayList<>((List<?>) list.get(1)));
            }
        }
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UUID uuid() {
        return uuid;
    }

    @Override
    public long memory() {
        return memory;
    }

    @Override
    public List<StandInDevice> devices() {
        return devices;
    }

    private static UUID parse(String text) {
        String digits = text.replace("-", "");
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private long number(String key, long missing) {
        String text = Sxp.text(config, key);
        return text == null || text.isEmpty() ? missing : Long.parseLong(text);
    }

    StandInDevice add(List<Object> device) {
        int place = (int) devices.stream()
                .filter(other -> other.type().equals(device.get(0)))
                .count();
        StandInDevice added = StandInDevice.of(device, place);
        devices.add(added);
        return added;
    }

    boolean runs() {
        return id != OFF;
    }

    void begin(int newId, boolean inPause) {
        id = newId;
        paused = inPause;
        crashed = false;
        started = System.nanoTime();
    }

    void end() {
        id = OFF;
        paused = false;
        crashed = false;
        pins.clear();
    }

    /** As {@code POWER_STATE_NAMES} of xend has it: only a running one is in the list without a state. */
    String powerState() {
        return !runs() ? "halted" : paused ? "paused" : "running";
    }

    String lifecycle(String event, String missing) {
        String action = Sxp.text(config, event);
        return action == null || action.isEmpty() ? missing : action;
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.9f", (System.nanoTime() - started) / 1e9);
    }

    /** {@code (domain ...)} as xend tells it. */
    List<Object> told() {
        List<Object> told = new ArrayList<>(List.of("domain"));
        if (runs()) {
            told.add(Sxp.pair("domid", id));
        }
        for (String event : List.of("on_crash", "on_reboot", "on_poweroff")) {
            told.add(Sxp.pair(event, lifecycle(event, event.equals("on_poweroff") ? "destroy" : "restart")));
        }
        told.add(Sxp.pair("uuid", uuid));
        told.add(Sxp.pair("bootloader_args", text("bootloader_args")));
        told.add(Sxp.pair("vcpus", vcpus));
        told.add(Sxp.pair("name", name));
        told.add(Sxp.pair("on_xend_start", onStart));
        if (Sxp.child(config, "image") != null) {
            told.add(Sxp.pair("image", image()));
        }
        told.add(Sxp.pair("memory", memory));
        told.add(Sxp.pair("maxmem", maxMemory));
        told.add(Sxp.pair("bootloader", text("bootloader")));
        told.add(Sxp.pair("vcpu_avail", (1L << online) - 1));
        told.add(Sxp.pair("localtime", text("localtime").isEmpty() ? "0" : text("localtime")));
        if (runs()) {
            told.add(Sxp.pair("state", (paused ? "--p---" : "-b----").replaceFirst(".$", "-")));
            told.add(Sxp.pair("cpu_time", seconds()));
            told.add(Sxp.pair("online_vcpus", online));
        }
        devices.forEach(device -> told.add(Sxp.pair("device", device.config())));
        return told;
    }

    private String text(String key) {
        String text = Sxp.text(config, key);
        return text == null ? "" : text;
    }

    /** The image, with the root file system among the kernel's arguments as xend 3.1 folds it. */
    private List<Object> image() {
        List<Object> image =
                new ArrayList<>((List<?>) Sxp.child(config, "image").get(1));
        String root = Sxp.text(image, "root");
        if (root == null || root.isEmpty()) {
            return image;
        }
        String arguments = Sxp.text(image, "args");
        image.removeIf(value -> value instanceof List<?> list
                && (list.get(0).equals("root") || list.get(0).equals("args")));
        image.add(Sxp.pair("args", ("root=" + root + " " + (arguments == null ? "" : arguments)).strip()));
        return image;
    }

    /** What {@code op=vcpuinfo} tells. */
    List<Object> vcpuInfo(int hostCpus) {
        List<Object> told = new ArrayList<>(List.of("domain", Sxp.pair("domid", id), Sxp.pair("name", name)));
        told.add(Sxp.pair("vcpu_count", vcpus));
        for (int i = 0; i < vcpus; i++) {
            boolean on = i < online;
            List<Object> map = new ArrayList<>();
            String pinned = pins.get(i);
            if (pinned == null) {
                for (int cpu = 0; cpu < hostCpus; cpu++) {
                    map.add(String.valueOf(cpu));
                }
            } else {
                map.addAll(List.of(pinned.replaceAll("[\\[\\] ]", "").split(",")));
            }
            told.add(new ArrayList<>(List.of(
                    "vcpu",
                    Sxp.pair("number", i),
                    Sxp.pair("online", on ? 1 : 0),
                    Sxp.pair("blocked", on ? 1 : 0),
                    Sxp.pair("running", 0),
                    Sxp.pair("cpu_time", seconds()),
                    Sxp.pair("cpu", on ? map.get(0) : "-1"),
                    Sxp.pair("cpumap", map))));
        }
        return told;
    }
}
