package org.innkeeper.driver.openvz.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.openvz.definition.Limit;
import org.innkeeper.driver.openvz.definition.MemoryLimits;
import org.innkeeper.driver.openvz.definition.NetInterface;
import org.innkeeper.driver.openvz.definition.VcpuNumbers;
import org.innkeeper.driver.openvz.definition.VenetAddress;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.HostPaths;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.stats.Beancounters;
import org.innkeeper.driver.openvz.stats.ContainerProcesses;
import org.innkeeper.driver.openvz.stats.CpuTimes;
import org.innkeeper.driver.openvz.stats.HostFacts;
import org.innkeeper.driver.openvz.stats.InterfaceCounters;

/** One reading of the kernel's tables, and the statistics of any container from it. */
final class StatsReader {
    /** The groups this driver has. */
    static final long GROUPS =
            StatsGroups.STATE | StatsGroups.CPU_TOTAL | StatsGroups.BALLOON | StatsGroups.VCPU | StatsGroups.INTERFACE;

    private static final int KIB_PER_PAGE = Limit.PAGE >> 10;

    private static final String VENET = "venet0";

    private final long sampleTime = System.nanoTime();
    private final int hostCpus;
    private final CpuTimes cpu;
    private final Beancounters resources;
    private final InterfaceCounters interfaces;
    private final ContainerProcesses processes;

    StatsReader(VzHost host) {
        HostPaths paths = host.paths();
        processes = host.processes();
        hostCpus = new HostFacts(paths.proc()).cpus();
        cpu = CpuTimes.read(paths.cpuTable());
        resources = Beancounters.read(paths.beancounters());
        interfaces = InterfaceCounters.read(paths.proc());
    }

    DomainStats sample(Container container, long groups) {
        List<TypedParameter> values = new ArrayList<>();
        if ((groups & StatsGroups.STATE) != 0) {
            values.add(TypedParameter.ofInt("state.state", container.state().number()));
            values.add(TypedParameter.ofInt("state.reason", 0));
        }
        if ((groups & StatsGroups.CPU_TOTAL) != 0 && container.running()) {
            cpu.of(container.veid()).ifPresent(time -> {
                values.add(TypedParameter.ofUlong("cpu.time", time.total()));
                values.add(TypedParameter.ofUlong("cpu.user", time.user()));
                values.add(TypedParameter.ofUlong("cpu.system", time.system()));
            });
        }
        if ((groups & StatsGroups.BALLOON) != 0) {
            memory(container, "balloon.", values);
        }
        if ((groups & StatsGroups.VCPU) != 0) {
            VcpuNumbers vcpus = VcpuNumbers.of(container.config(), hostCpus);
            if (container.running()) {
                values.add(TypedParameter.ofUint("vcpu.current", vcpus.current()));
            }
            values.add(TypedParameter.ofUint("vcpu.maximum", vcpus.maximum()));
        }
        if ((groups & StatsGroups.INTERFACE) != 0 && container.running()) {
            network(container, values);
        }
        return new DomainStats(container.ref(), sampleTime, values);
    }

    /** Limits in KiB, of a running container what it has in RAM too, and what of its greatest memory it does not use. */
    private void memory(Container container, String prefix, List<TypedParameter> values) {
        MemoryLimits limits = MemoryLimits.of(container.config());
        if (limits.isLimited()) {
            values.add(TypedParameter.ofUlong(prefix + "current", limits.current()));
            values.add(TypedParameter.ofUlong(prefix + "maximum", limits.maximum()));
        }
        if (!container.running()) {
            return;
        }
        String counted = limits.vswap() ? "physpages" : "privvmpages";
        OptionalLong used = resources.held(container.veid(), counted);
        if (limits.isLimited() && used.isPresent()) {
            values.add(TypedParameter.ofUlong(prefix + "available", limits.maximum()));
            values.add(TypedParameter.ofUlong(
                    prefix + "unused", Math.max(0, limits.maximum() - used.getAsLong() * KIB_PER_PAGE)));
        }
        resources
                .held(container.veid(), "physpages")
                .ifPresent(pages -> values.add(TypedParameter.ofUlong(prefix + "rss", pages * KIB_PER_PAGE)));
    }

    /** Memory statistics under names without a prefix. */
    List<TypedParameter> memory(Container container) {
        List<TypedParameter> values = new ArrayList<>();
        memory(container, "", values);
        return values;
    }

    /** Of the virtual Ethernet devices, then of the device that addresses are routed to. */
    private void network(Container container, List<TypedParameter> values) {
        List<NetInterface> devices = NetInterface.of(container.config());
        boolean routed = !VenetAddress.of(container.config()).isEmpty();
        values.add(TypedParameter.ofUint("net.count", devices.size() + (routed ? 1 : 0)));
        for (int i = 0; i < devices.size(); i++) {
            String name = hostName(container, devices.get(i));
            device("net." + i + ".", name, interfaces.of(name), values);
        }
        if (routed) {
            device("net." + devices.size() + ".", VENET, venet(container), values);
        }
    }

    private static void device(
            String prefix, String name, Optional<InterfaceStats> device, List<TypedParameter> values) {
        values.add(TypedParameter.ofString(prefix + "name", name));
        device.ifPresent(counters -> {
            values.add(TypedParameter.ofUlong(prefix + "rx.bytes", counters.rxBytes()));
            values.add(TypedParameter.ofUlong(prefix + "rx.pkts", counters.rxPackets()));
            values.add(TypedParameter.ofUlong(prefix + "rx.errs", counters.rxErrors()));
            values.add(TypedParameter.ofUlong(prefix + "rx.drop", counters.rxDrops()));
            values.add(TypedParameter.ofUlong(prefix + "tx.bytes", counters.txBytes()));
            values.add(TypedParameter.ofUlong(prefix + "tx.pkts", counters.txPackets()));
            values.add(TypedParameter.ofUlong(prefix + "tx.errs", counters.txErrors()));
            values.add(TypedParameter.ofUlong(prefix + "tx.drop", counters.txDrops()));
        });
    }

    /** The host counts what it routes to all containers together, so the container's own counters are read. */
    private Optional<InterfaceStats> venet(Container container) {
        return processes.init(container.veid()).flatMap(process -> InterfaceCounters.inside(process)
                .of(VENET));
    }

    /** The other end's name; where the file tells none, the one vzctl chooses. */
    private static String hostName(Container container, NetInterface device) {
        if (device.hostName() != null) {
            return device.hostName();
        }
        String number = device.name() == null ? "0" : device.name().replaceAll("\\D+", "");
        return "veth" + container.veid() + "." + (number.isEmpty() ? "0" : number);
    }

    /**
     * @param device the name on the host, the MAC address inside, or {@code venet0}; empty where the container has no such
     *     one
     */
    Optional<InterfaceStats> network(Container container, String device) {
        if (device.equals(VENET)) {
            return venet(container);
        }
        return NetInterface.of(container.config()).stream()
                .filter(candidate ->
                        hostName(container, candidate).equals(device) || device.equalsIgnoreCase(candidate.mac()))
                .findFirst()
                .flatMap(found -> interfaces.of(hostName(container, found)));
    }
}
