package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** Virtual CPUs over the wire. */
final class RemoteVcpus implements VcpuFacet {
    private final FarSide far;

    RemoteVcpus(FarSide far) {
        this.far = far;
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainRef domain) {
        int count = Math.max(1, max(context, domain));
        int bytes = mapBytes(context);
        Values values;
        try {
            values = far.call(context, "DOMAIN_GET_VCPUS", domain, count, bytes);
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.OPERATION_INVALID && !far.askFlag(context, "DOMAIN_IS_ACTIVE", domain)) {
                return List.of();
            }
            throw e;
        }
        List<Values> infos = values.list("info", Values.class);
        byte[] maps = values.bytes("cpumaps");
        List<VcpuInfo> vcpus = new ArrayList<>(infos.size());
        for (int i = 0; i < infos.size(); i++) {
            Values info = infos.get(i);
            vcpus.add(new VcpuInfo(
                    info.integer("number"),
                    info.integer("state"),
                    info.number("cpu_time"),
                    info.integer("cpu"),
                    map(maps, i, bytes)));
        }
        return vcpus;
    }

    @Override
    public int count(CallContext context, DomainRef domain, long flags) {
        return far.askInt(context, "DOMAIN_GET_VCPUS_FLAGS", domain, flags);
    }

    @Override
    public int max(CallContext context, DomainRef domain) {
        // The call with the fitting name is about running guests only.
        return count(context, domain, DomainFlags.AFFECT_CURRENT | DomainFlags.VCPU_MAXIMUM);
    }

    @Override
    public void setCount(CallContext context, DomainRef domain, int count, long flags) {
        if (flags == DomainFlags.AFFECT_CURRENT) {
            far.call(context, "DOMAIN_SET_VCPUS", domain, count);
        } else {
            far.call(context, "DOMAIN_SET_VCPUS_FLAGS", domain, count, flags);
        }
    }

    @Override
    public void pin(CallContext context, DomainRef domain, int vcpu, CpuMap cpus, long flags) {
        byte[] map = cpus.toBytes(mapBytes(context));
        // The old call, which every hypervisor has, is about the running guest.
        if (flags == DomainFlags.AFFECT_CURRENT || flags == DomainFlags.AFFECT_LIVE) {
            far.call(context, "DOMAIN_PIN_VCPU", domain, vcpu, map);
        } else {
            far.call(context, "DOMAIN_PIN_VCPU_FLAGS", domain, vcpu, map, flags);
        }
    }

    @Override
    public List<CpuMap> pinning(CallContext context, DomainRef domain, long flags) {
        int bytes = mapBytes(context);
        Values values = far.call(context, "DOMAIN_GET_VCPU_PIN_INFO", domain, max(context, domain), bytes, flags);
        List<CpuMap> maps = new ArrayList<>();
        for (int i = 0; i < values.integer("num"); i++) {
            maps.add(map(values.bytes("cpumaps"), i, bytes));
        }
        return maps;
    }

    private volatile int knownMapBytes;

    /** How many bytes a map of the host's CPUs takes; it is asked for once. */
    private int mapBytes(CallContext context) {
        if (knownMapBytes == 0) {
            knownMapBytes = (new RemoteNode(far).info(context).maxCpus() + 7) / 8;
        }
        return knownMapBytes;
    }

    private static CpuMap map(byte[] maps, int index, int bytes) {
        int from = Math.min(maps.length, index * bytes);
        return CpuMap.ofBytes(Arrays.copyOfRange(maps, from, Math.min(maps.length, from + bytes)));
    }
}
