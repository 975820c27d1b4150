package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.test.load.GuestMeter;

/**
 * Turns the counters of guests into statistics under libvirt's names. Made for a thousand guests each second: names and
 * constant values are shared, records are made directly. Used under the lock of the host.
 */
public final class StatsReader {
    /** The groups this driver has. */
    public static final long GROUPS = StatsGroups.STATE
            | StatsGroups.CPU_TOTAL
            | StatsGroups.BALLOON
            | StatsGroups.VCPU
            | StatsGroups.INTERFACE
            | StatsGroups.BLOCK;

    private static final int PER_GUEST = 24;
    private static final String[] MEMORY = {
        "current",
        "maximum",
        "swap_in",
        "swap_out",
        "major_fault",
        "minor_fault",
        "unused",
        "available",
        "usable",
        "last-update",
        "disk_caches",
        "rss"
    };
    private static final String[] BALLOON =
            Arrays.stream(MEMORY).map(name -> "balloon." + name).toArray(String[]::new);
    private static final ParameterNames VCPU = new ParameterNames("vcpu.", ".state", ".time", ".wait", ".delay");
    private static final ParameterNames NET =
            new ParameterNames("net.", ".rx.bytes", ".rx.pkts", ".tx.bytes", ".tx.pkts");
    private static final ParameterNames BLOCK = new ParameterNames(
            "block.",
            ".rd.reqs",
            ".rd.bytes",
            ".rd.times",
            ".wr.reqs",
            ".wr.bytes",
            ".wr.times",
            ".fl.reqs",
            ".fl.times");

    private final TestHost host;
    private final List<TypedParameter> out = new ArrayList<>(PER_GUEST * 2);
    private final double seconds;

    public StatsReader(TestHost host) {
        this.host = host;
        seconds = host.seconds();
    }

    /** One sample; all samples of one reader are of the same moment. */
    public DomainStats sample(TestDomain domain, long groups, long sampleTime) {
        out.clear();
        if ((groups & StatsGroups.STATE) != 0) {
            out.add(TypedParameter.ofInt("state.state", domain.state().number()));
            out.add(TypedParameter.ofInt("state.reason", domain.status().reason()));
        }
        if (domain.isActive()) {
            active(domain, groups);
        } else {
            inactive(domain.persistent().facts(), groups);
        }
        return new DomainStats(domain.ref(), sampleTime, out);
    }

    private void inactive(DomainFacts facts, long groups) {
        if ((groups & StatsGroups.BALLOON) != 0) {
            ulong("balloon.maximum", facts.maxMemory());
        }
        if ((groups & StatsGroups.VCPU) != 0) {
            out.add(TypedParameter.ofUint("vcpu.maximum", facts.maxVcpus()));
        }
    }

    private void active(TestDomain domain, long groups) {
        DomainRun run = domain.run();
        GuestMeter meter = run.meter();
        DomainFacts facts = run.definition().facts();
        StatsTemplate template = run.statsTemplate();
        meter.read(seconds);
        if ((groups & StatsGroups.CPU_TOTAL) != 0) {
            ulong("cpu.time", meter.cpuTime());
            ulong("cpu.user", meter.cpuUser());
            ulong("cpu.system", meter.cpuSystem());
        }
        if ((groups & StatsGroups.BALLOON) != 0) {
            balloon(domain, meter, template, BALLOON);
        }
        if ((groups & StatsGroups.VCPU) != 0) {
            vcpus(domain, meter, facts, template);
        }
        if ((groups & StatsGroups.INTERFACE) != 0) {
            interfaces(meter, facts, template);
        }
        if ((groups & StatsGroups.BLOCK) != 0) {
            blocks(meter, facts, template);
        }
    }

    private void balloon(TestDomain domain, GuestMeter meter, StatsTemplate template, String[] names) {
        long memory = host.memoryOf(domain);
        ulong(names[0], memory);
        ulong(names[1], template.maxMemory);
        if (domain.state() != DomainState.CRASHED) {
            long available = memory - memory / 50;
            long used = meter.memoryUsed(memory);
            ulong(names[2], 0);
            ulong(names[3], 0);
            ulong(names[4], meter.majorFaults());
            ulong(names[5], meter.minorFaults());
            ulong(names[6], meter.lively((available - used) / 2));
            ulong(names[7], host.isBreathing() ? meter.lively(available) : available);
            ulong(names[8], meter.lively(available - used));
            ulong(names[9], host.clock().wallMillis() / 1000);
            ulong(names[10], meter.lively((available - used) / 3));
        }
        ulong(names[11], meter.resident(memory));
    }

    private void vcpus(TestDomain domain, GuestMeter meter, DomainFacts facts, StatsTemplate template) {
        out.add(template.vcpuCurrent);
        out.add(template.vcpuMaximum);
        int state = domain.state() == DomainState.BLOCKED ? VcpuInfo.BLOCKED : VcpuInfo.RUNNING;
        for (int i = 0; i < facts.vcpus(); i++) {
            String[] names = VCPU.of(i);
            out.add(TypedParameter.ofInt(names[0], state));
            ulong(names[1], meter.vcpuTime(i));
            ulong(names[2], meter.vcpuDelay(i) / 3);
            ulong(names[3], meter.vcpuDelay(i));
        }
    }

    private void interfaces(GuestMeter meter, DomainFacts facts, StatsTemplate template) {
        out.add(template.netCount);
        for (int i = 0; i < facts.nics().size(); i++) {
            String[] names = NET.of(i);
            out.add(template.netNames.get(i));
            ulong(names[0], meter.rxBytes(i));
            ulong(names[1], meter.rxPackets(i));
            out.addAll(template.netErrors.get(i).received());
            ulong(names[2], meter.txBytes(i));
            ulong(names[3], meter.txPackets(i));
            out.addAll(template.netErrors.get(i).sent());
        }
    }

    private void blocks(GuestMeter meter, DomainFacts facts, StatsTemplate template) {
        out.add(template.blockCount);
        for (int i = 0; i < facts.disks().size(); i++) {
            DiskFacts disk = facts.disks().get(i);
            String[] names = BLOCK.of(i);
            out.add(template.blockNames.get(i));
            if (disk.isEmpty()) {
                continue;
            }
            out.add(template.blockPaths.get(i));
            ulong(names[0], meter.readRequests(i));
            ulong(names[1], meter.readBytes(i));
            ulong(names[2], meter.readTime(i));
            if (!disk.isReadOnlyMedium()) {
                ulong(names[3], meter.writeRequests(i));
                ulong(names[4], meter.writeBytes(i));
                ulong(names[5], meter.writeTime(i));
                ulong(names[6], meter.flushRequests(i));
                ulong(names[7], meter.flushTime(i));
            }
            out.addAll(template.blockSizes.get(i));
        }
    }

    private void ulong(String name, long value) {
        out.add(TypedParameter.ofUlong(name, value));
    }

    /** Memory statistics of an active domain, without a prefix. */
    public List<TypedParameter> memory(TestDomain domain) {
        out.clear();
        domain.run().meter().read(seconds);
        balloon(domain, domain.run().meter(), domain.run().statsTemplate(), MEMORY);
        return List.copyOf(out);
    }

    /** Counters of one disk, or of all where {@code index} is negative. */
    public BlockStats block(TestDomain domain, int index) {
        GuestMeter meter = domain.run().meter();
        meter.read(seconds);
        List<DiskFacts> disks = domain.run().definition().facts().disks();
        long[] sums = new long[4];
        for (int i = 0; i < disks.size(); i++) {
            DiskFacts disk = disks.get(i);
            if ((index >= 0 && index != i) || disk.isEmpty()) {
                continue;
            }
            sums[0] += meter.readRequests(i);
            sums[1] += meter.readBytes(i);
            sums[2] += disk.isReadOnlyMedium() ? 0 : meter.writeRequests(i);
            sums[3] += disk.isReadOnlyMedium() ? 0 : meter.writeBytes(i);
        }
        return new BlockStats(sums[0], sums[1], sums[2], sums[3], -1);
    }

    public InterfaceStats nic(TestDomain domain, int index) {
        GuestMeter meter = domain.run().meter();
        meter.read(seconds);
        return new InterfaceStats(
                meter.rxBytes(index), meter.rxPackets(index), 0, 0, meter.txBytes(index), meter.txPackets(index), 0, 0);
    }
}
