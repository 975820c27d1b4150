package org.innkeeper.driver.xen.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.part.DeviceCounters;
import org.innkeeper.driver.xen.part.DomainRecord;

/** What one look at the host told, as statistics under libvirt's names. What is not known is left out. */
final class StatsReader {
    /** The groups this driver has. */
    static final long GROUPS = StatsGroups.STATE
            | StatsGroups.CPU_TOTAL
            | StatsGroups.BALLOON
            | StatsGroups.VCPU
            | StatsGroups.INTERFACE
            | StatsGroups.BLOCK;

    private final long sampleTime = System.nanoTime();
    private final long groups;

    StatsReader(long groups) {
        this.groups = groups;
    }

    private boolean wants(long group) {
        return (groups & group) != 0;
    }

    boolean wantsCounters() {
        return wants(StatsGroups.INTERFACE | StatsGroups.BLOCK);
    }

    /** Whether virtual CPUs are wanted one by one. */
    boolean wantsVcpus() {
        return wants(StatsGroups.VCPU);
    }

    boolean wantsDisks() {
        return wants(StatsGroups.BLOCK);
    }

    /**
     * @param counters of its devices, {@link DeviceCounters#NONE} where it does not run
     * @param vcpus of one that runs, empty where nobody asked
     * @param disks by their names in the guest, those that are known
     */
    DomainStats sample(
            DomainRecord domain, DeviceCounters counters, List<VcpuInfo> vcpus, Map<String, GuestDisk> disks) {
        List<TypedParameter> values = new ArrayList<>();
        if (wants(StatsGroups.STATE)) {
            values.add(TypedParameter.ofInt(
                    "state.state", domain.state() == null ? 0 : domain.state().number()));
            values.add(TypedParameter.ofInt("state.reason", 0));
        }
        if (wants(StatsGroups.CPU_TOTAL) && domain.active() && domain.cpuTime() != null) {
            values.add(TypedParameter.ofUlong("cpu.time", domain.cpuTime()));
        }
        if (wants(StatsGroups.BALLOON)) {
            memory(domain, "balloon.", values);
        }
        if (wants(StatsGroups.VCPU)) {
            vcpus(domain, vcpus, values);
        }
        if (wants(StatsGroups.INTERFACE) && domain.active()) {
            interfaces(counters.interfaces(), values);
        }
        if (wants(StatsGroups.BLOCK) && domain.active()) {
            blocks(counters.disks(), disks, values);
        }
        return new DomainStats(domain.key().ref(), sampleTime, values);
    }

    static void memory(DomainRecord domain, String prefix, List<TypedParameter> values) {
        if (domain.memory() != null) {
            values.add(TypedParameter.ofUlong(prefix + "current", domain.memory()));
        }
        if (domain.maxMemory() != null && domain.maxMemory() != DomainInfo.UNLIMITED) {
            values.add(TypedParameter.ofUlong(prefix + "maximum", domain.maxMemory()));
        }
    }

    private static void vcpus(DomainRecord domain, List<VcpuInfo> single, List<TypedParameter> values) {
        if (domain.vcpus() != null) {
            values.add(TypedParameter.ofUint("vcpu.current", domain.vcpus()));
        }
        if (domain.maxVcpus() != null) {
            values.add(TypedParameter.ofUint("vcpu.maximum", domain.maxVcpus()));
        }
        for (VcpuInfo vcpu : single) {
            String prefix = "vcpu." + vcpu.number() + ".";
            values.add(TypedParameter.ofInt(prefix + "state", vcpu.state()));
            put(values, prefix + "time", vcpu.cpuTime());
        }
    }

    private static void interfaces(Map<String, InterfaceStats> all, List<TypedParameter> values) {
        values.add(TypedParameter.ofUint("net.count", all.size()));
        int number = 0;
        for (Map.Entry<String, InterfaceStats> entry : all.entrySet()) {
            String prefix = "net." + number++ + ".";
            InterfaceStats counters = entry.getValue();
            values.add(TypedParameter.ofString(prefix + "name", entry.getKey()));
            put(values, prefix + "rx.bytes", counters.rxBytes());
            put(values, prefix + "rx.pkts", counters.rxPackets());
            put(values, prefix + "rx.errs", counters.rxErrors());
            put(values, prefix + "rx.drop", counters.rxDrops());
            put(values, prefix + "tx.bytes", counters.txBytes());
            put(values, prefix + "tx.pkts", counters.txPackets());
            put(values, prefix + "tx.errs", counters.txErrors());
            put(values, prefix + "tx.drop", counters.txDrops());
        }
    }

    private static void blocks(Map<String, BlockStats> all, Map<String, GuestDisk> disks, List<TypedParameter> values) {
        values.add(TypedParameter.ofUint("block.count", all.size()));
        int number = 0;
        for (Map.Entry<String, BlockStats> entry : all.entrySet()) {
            String prefix = "block." + number++ + ".";
            BlockStats counters = entry.getValue();
            values.add(TypedParameter.ofString(prefix + "name", entry.getKey()));
            put(values, prefix + "rd.reqs", counters.readRequests());
            put(values, prefix + "rd.bytes", counters.readBytes());
            put(values, prefix + "wr.reqs", counters.writeRequests());
            put(values, prefix + "wr.bytes", counters.writeBytes());
            put(values, prefix + "errors", counters.errors());
            GuestDisk disk = disks.get(entry.getKey());
            if (disk == null) {
                continue;
            }
            if (disk.source() != null) {
                values.add(TypedParameter.ofString(prefix + "path", disk.source()));
            }
            DiskSizes.size(disk).ifPresent(size -> {
                values.add(TypedParameter.ofUlong(prefix + "capacity", size.capacity()));
                values.add(TypedParameter.ofUlong(prefix + "physical", size.physical()));
            });
        }
    }

    private static void put(List<TypedParameter> values, String name, long counter) {
        if (counter >= 0) {
            values.add(TypedParameter.ofUlong(name, counter));
        }
    }
}
