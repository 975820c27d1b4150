package org.innkeeper.driver.xen.hypercall;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.VcpuInfo;

/** The virtual CPUs of domains: what they do and where they may run. */
public final class Vcpus {
    private static final int SET_AFFINITY = 9;
    private static final int GET_INFO = 14;
    private static final int GET_AFFINITY = 25;

    private static final int HARD = 1;

    private final Hypervisor hypervisor;

    Vcpus(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    /**
     * All of a domain's.
     *
     * @param count how many it has
     * @param cpus how many CPUs the host has
     */
    public List<VcpuInfo> of(int id, int count, int cpus) {
        List<VcpuInfo> vcpus = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            try {
                vcpus.add(info(id, number, affinity(id, number, cpus)));
            } catch (InnkeeperException e) {
                // A number that was never given to one; the domain itself is there if others answer.
                if (e.code() != ErrorCode.INVALID_ARG && (e.code() != ErrorCode.NO_DOMAIN || number == 0)) {
                    throw e;
                }
                vcpus.add(new VcpuInfo(number, VcpuInfo.OFFLINE, 0, -1, CpuMap.of()));
            }
        }
        return vcpus;
    }

    /**
     * What a domain's do and how long they did, without where they may run: one call for each.
     *
     * @param count how many it has
     * @return fewer where the domain ends meanwhile
     */
    public List<VcpuInfo> times(int id, int count) {
        List<VcpuInfo> vcpus = new ArrayList<>();
        try {
            for (int number = 0; number < count; number++) {
                vcpus.add(info(id, number, CpuMap.of()));
            }
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.INVALID_ARG && e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
        return vcpus;
    }

    private VcpuInfo info(int id, int number, CpuMap affinity) {
        ByteBuffer reply = hypervisor.domctl(GET_INFO, id, block -> block.putInt(0, number), what(id, number));
        boolean online = reply.get(4) != 0;
        boolean blocked = reply.get(5) != 0;
        int state = !online ? VcpuInfo.OFFLINE : blocked ? VcpuInfo.BLOCKED : VcpuInfo.RUNNING;
        return new VcpuInfo(number, state, reply.getLong(8), online ? reply.getInt(16) : -1, affinity);
    }

    /**
     * Where one may run.
     *
     * @param cpus how many CPUs the host has
     */
    public CpuMap affinity(int id, int number, int cpus) {
        int bytes = bytes(cpus);
        try (HypercallMemory map = hypervisor.allocate(bytes)) {
            hypervisor.domctl(
                    GET_AFFINITY, id, block -> describe(block, number, map.address(), cpus), what(id, number));
            return CpuMap.ofBytes(map.read(bytes));
        }
    }

    /**
     * Says where one may run; CPUs the host does not have are left out.
     *
     * @param cpus how many CPUs the host has
     */
    public void pin(int id, int number, CpuMap affinity, int cpus) {
        int bytes = bytes(cpus);
        try (HypercallMemory map = hypervisor.allocate(bytes)) {
            map.write(affinity.toBytes(bytes));
            hypervisor.domctl(
                    SET_AFFINITY,
                    id,
                    block -> describe(block, number, map.address(), cpus),
                    "the CPUs " + affinity + " for " + what(id, number));
        }
    }

    private void describe(ByteBuffer block, int number, long address, int cpus) {
        block.putInt(0, number);
        if (hypervisor.interfaces().domctl().hasSoftAffinity()) {
            block.putInt(4, HARD);
        }
        block.putLong(8, address).putInt(16, cpus);
    }

    private static int bytes(int cpus) {
        return (cpus + 7) / 8;
    }

    private static String what(int id, int number) {
        return "virtual CPU " + number + " of domain " + id;
    }
}
