package org.innkeeper.driver.remote;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** The host over the wire. */
final class RemoteNode implements NodeFacet {
    private final FarSide far;

    RemoteNode(FarSide far) {
        this.far = far;
    }

    @Override
    public String type(CallContext context) {
        return far.askText(context, "CONNECT_GET_TYPE");
    }

    @Override
    public long version(CallContext context) {
        return far.askLong(context, "CONNECT_GET_VERSION");
    }

    @Override
    public long libraryVersion(CallContext context) {
        return far.askLong(context, "CONNECT_GET_LIB_VERSION");
    }

    @Override
    public String hostname(CallContext context) {
        return far.askText(context, "CONNECT_GET_HOSTNAME");
    }

    @Override
    public NodeInfo info(CallContext context) {
        Values info = far.call(context, "NODE_GET_INFO");
        return new NodeInfo(
                text(info.bytes("model")),
                info.number("memory"),
                info.integer("cpus"),
                info.integer("mhz"),
                info.integer("nodes"),
                info.integer("sockets"),
                info.integer("cores"),
                info.integer("threads"));
    }

    @Override
    public String capabilities(CallContext context) {
        return far.askText(context, "CONNECT_GET_CAPABILITIES");
    }

    @Override
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return far.askText(context, "CONNECT_GET_DOMAIN_CAPABILITIES", emulator, arch, machine, virtualizationType, 0);
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return far.askInt(context, "CONNECT_GET_MAX_VCPUS", type);
    }

    @Override
    public NodeCpuStats cpuStats(CallContext context) {
        Map<String, Long> stats = stats(context, "NODE_GET_CPU_STATS", count -> new Object[] {ALL_CPUS, count, 0});
        return new NodeCpuStats(
                stats.getOrDefault("user", 0L),
                stats.getOrDefault("kernel", 0L),
                stats.getOrDefault("idle", 0L),
                stats.getOrDefault("iowait", 0L));
    }

    @Override
    public NodeMemoryStats memoryStats(CallContext context) {
        Map<String, Long> stats = stats(context, "NODE_GET_MEMORY_STATS", count -> new Object[] {count, ALL_CELLS, 0});
        return new NodeMemoryStats(
                stats.getOrDefault("total", 0L),
                stats.getOrDefault("free", 0L),
                stats.getOrDefault("buffers", 0L),
                stats.getOrDefault("cached", 0L));
    }

    @Override
    public long freeMemory(CallContext context) {
        return far.askLong(context, "NODE_GET_FREE_MEMORY");
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context, int first, int count) {
        return far.list(Long.class, "cells", context, "NODE_GET_CELLS_FREE_MEMORY", first, count);
    }

    private static final int ALL_CPUS = -1;
    private static final int ALL_CELLS = -1;

    private final Map<String, Integer> statsCounts = new ConcurrentHashMap<>();

    /** The host wants to be asked for exactly as many values as it has; how many is asked once. */
    private Map<String, Long> stats(CallContext context, String name, IntFunction<Object[]> arguments) {
        int count = statsCounts.computeIfAbsent(
                name, key -> far.call(context, key, arguments.apply(0)).integer("nparams"));
        Map<String, Long> stats = new HashMap<>();
        for (Values value : far.list(Values.class, "params", context, name, arguments.apply(count))) {
            stats.put(value.text("field"), value.number("value"));
        }
        return stats;
    }

    private static String text(byte[] characters) {
        int length = 0;
        while (length < characters.length && characters[length] != 0) {
            length++;
        }
        return new String(characters, 0, length, StandardCharsets.ISO_8859_1);
    }
}
