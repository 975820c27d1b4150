package org.innkeeper.driver.qemu.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.lifecycle.GuestView;
import org.innkeeper.driver.qemu.process.ProcStat;

/** Writes one guest's statistics under libvirt's names. What is not known is left out. */
final class StatsWriter {
    private static final System.Logger LOG = System.getLogger(StatsWriter.class.getName());
    private static final long PAGE_KIB = 4;

    /** The balloon's names of what the guest tells, with libvirt's; bytes become KiB except where it is a count. */
    private static final Map<String, String> GUEST_MEMORY = Map.of(
            "stat-swap-in", "swap_in",
            "stat-swap-out", "swap_out",
            "stat-free-memory", "unused",
            "stat-total-memory", "available",
            "stat-available-memory", "usable",
            "stat-disk-caches", "disk_caches");

    private static final Map<String, String> GUEST_COUNTS =
            Map.of("stat-major-faults", "major_fault", "stat-minor-faults", "minor_fault");

    private final GuestView view;
    private final RunSampler sampler;
    private final List<TypedParameter> values;

    /** @param sampler of the run, or null for an inactive guest */
    StatsWriter(GuestView view, RunSampler sampler, List<TypedParameter> values) {
        this.view = view;
        this.sampler = sampler;
        this.values = values;
    }

    void state() {
        values.add(TypedParameter.ofInt("state.state", view.status().state().number()));
        values.add(TypedParameter.ofInt("state.reason", view.status().reason()));
    }

    void cpu() {
        if (sampler != null) {
            ProcStat.ofProcess(pid()).ifPresent(stat -> {
                put("cpu.time", stat.cpuNanos());
                put("cpu.user", stat.userNanos());
                put("cpu.system", stat.systemNanos());
            });
        }
    }

    void balloon(String prefix) {
        if (sampler == null) {
            put(prefix + "current", view.stored().currentMemory());
            put(prefix + "maximum", view.stored().memory());
            return;
        }
        ActiveRun run = sampler.run();
        put(prefix + "current", run.balloon());
        put(prefix + "maximum", run.live().memory());
        JsonNode told = sampler.answer("qom-get");
        // The time is 0 until the guest's driver has told something; -1 and its unsigned form mean "not told".
        if (told != null && told.path("last-update").asLong() > 0) {
            JsonNode stats = told.path("stats");
            GUEST_MEMORY.forEach((theirs, ours) -> guestMemory(stats.path(theirs), prefix + ours, 1024));
            GUEST_COUNTS.forEach((theirs, ours) -> guestMemory(stats.path(theirs), prefix + ours, 1));
            put(prefix + "last-update", told.path("last-update").asLong());
        }
        ProcStat.ofProcess(pid()).ifPresent(stat -> put(prefix + "rss", stat.residentPages() * PAGE_KIB));
    }

    private void guestMemory(JsonNode value, String name, long unit) {
        if (value.canConvertToLong() && value.asLong() >= 0) {
            put(name, value.asLong() / unit);
        }
    }

    void vcpus() {
        int current = view.run()
                .map(run -> run.live().currentVcpus())
                .orElse(view.stored().currentVcpus());
        int most =
                view.run().map(run -> run.live().vcpus()).orElse(view.stored().vcpus());
        values.add(TypedParameter.ofUint("vcpu.current", current));
        values.add(TypedParameter.ofUint("vcpu.maximum", most));
        JsonNode cpus = sampler == null ? null : sampler.answer("query-cpus-fast");
        if (cpus == null) {
            return;
        }
        for (JsonNode cpu : cpus) {
            String prefix = "vcpu." + cpu.path("cpu-index").asInt() + ".";
            values.add(TypedParameter.ofInt(prefix + "state", VcpuInfo.RUNNING));
            ProcStat.ofThread(pid(), cpu.path("thread-id").asLong())
                    .ifPresent(stat -> put(prefix + "time", stat.cpuNanos()));
        }
    }

    void interfaces(InterfaceCounters counters) {
        List<XmlElement> devices = definitionDevices("interface");
        values.add(TypedParameter.ofUint("net.count", devices.size()));
        for (int i = 0; i < devices.size(); i++) {
            XmlElement target = devices.get(i).element("target");
            String name = target == null ? null : target.attribute("dev");
            InterfaceStats stats = name == null || sampler == null ? null : counters.of(name);
            if (stats != null) {
                String prefix = "net." + i + ".";
                values.add(TypedParameter.ofString(prefix + "name", name));
                put(prefix + "rx.bytes", stats.rxBytes());
                put(prefix + "rx.pkts", stats.rxPackets());
                put(prefix + "rx.errs", stats.rxErrors());
                put(prefix + "rx.drop", stats.rxDrops());
                put(prefix + "tx.bytes", stats.txBytes());
                put(prefix + "tx.pkts", stats.txPackets());
                put(prefix + "tx.errs", stats.txErrors());
                put(prefix + "tx.drop", stats.txDrops());
            }
        }
    }

    void blocks() {
        if (sampler == null) {
            values.add(TypedParameter.ofUint(
                    "block.count", definitionDevices("disk").size()));
            return;
        }
        List<DiskNode> disks = DiskNode.of(sampler.run());
        JsonNode stats = sampler.answer("query-blockstats");
        JsonNode blocks = sampler.answer("query-block");
        values.add(TypedParameter.ofUint("block.count", disks.size()));
        for (int i = 0; i < disks.size(); i++) {
            DiskNode disk = disks.get(i);
            String prefix = "block." + i + ".";
            values.add(TypedParameter.ofString(prefix + "name", disk.target()));
            if (disk.source() != null) {
                values.add(TypedParameter.ofString(prefix + "path", disk.source()));
            }
            JsonNode entry = stats == null ? null : disk.find(stats);
            if (entry != null) {
                counters(prefix, entry.path("stats"));
            }
            JsonNode block = blocks == null ? null : disk.find(blocks);
            sizes(prefix, disk, entry, block);
        }
    }

    private void counters(String prefix, JsonNode stats) {
        put(prefix + "rd.reqs", stats.path("rd_operations").asLong());
        put(prefix + "rd.bytes", stats.path("rd_bytes").asLong());
        put(prefix + "rd.times", stats.path("rd_total_time_ns").asLong());
        put(prefix + "wr.reqs", stats.path("wr_operations").asLong());
        put(prefix + "wr.bytes", stats.path("wr_bytes").asLong());
        put(prefix + "wr.times", stats.path("wr_total_time_ns").asLong());
        put(prefix + "fl.reqs", stats.path("flush_operations").asLong());
        put(prefix + "fl.times", stats.path("flush_total_time_ns").asLong());
    }

    private void sizes(String prefix, DiskNode disk, JsonNode stats, JsonNode block) {
        if (stats != null && stats.path("parent").path("stats").has("wr_highest_offset")) {
            put(
                    prefix + "allocation",
                    stats.path("parent").path("stats").path("wr_highest_offset").asLong());
        }
        JsonNode image = block == null ? null : block.path("inserted").path("image");
        if (image != null && image.has("virtual-size")) {
            put(prefix + "capacity", image.path("virtual-size").asLong());
        }
        physicalSize(disk.source()).ifPresent(size -> put(prefix + "physical", size));
    }

    /** The size of an image's file, bytes. */
    static Optional<Long> physicalSize(String path) {
        try {
            return path == null || !Files.isRegularFile(Path.of(path))
                    ? Optional.empty()
                    : Optional.of(Files.size(Path.of(path)));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.TRACE, "the size of " + path, e);
            return Optional.empty();
        }
    }

    private List<XmlElement> definitionDevices(String kind) {
        return view.run().map(run -> run.live().devices(kind)).orElseGet(() -> view.stored()
                .devices(kind));
    }

    private long pid() {
        return sampler.run().process().pid();
    }

    private void put(String name, long value) {
        values.add(TypedParameter.ofUlong(name, value));
    }
}
