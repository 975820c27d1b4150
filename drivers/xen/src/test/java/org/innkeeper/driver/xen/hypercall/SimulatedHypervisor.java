package org.innkeeper.driver.xen.hypercall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A hypervisor of some release, in memory: it reads and writes the bytes its calls are given. */
class SimulatedHypervisor implements HypercallPort {
    static final int CPUS = 4;

    private static final int ESRCH = -3;
    private static final int EACCES = -13;
    private static final int EINVAL = -22;
    private static final int ENOSYS = -38;

    /** A guest, as the hypervisor has it. */
    static final class Guest {
        final int id;
        final byte[] handle = new byte[16];
        final List<BitSet> affinity = new ArrayList<>();
        int flags = 0x10;
        long pages = 65_536;
        long maxPages = 65_536;
        long cpuTime;
        int weight = 256;
        int cap;
        long[] times = {100_000_000, 10_000_000, 0};
        int extratime = 1;

        Guest(int id, int vcpus) {
            this.id = id;
            this.cpuTime = 1_000_000_007L * id;
            for (int i = 0; i < 16; i++) {
                handle[i] = (byte) (id == 0 ? 0 : id + 16 * i);
            }
            for (int i = 0; i < vcpus; i++) {
                BitSet all = new BitSet();
                all.set(0, CPUS);
                affinity.add(all);
            }
        }
    }

    final XenRelease release;
    final TreeMap<Integer, Guest> guests = new TreeMap<>();
    int schedulerNumber = 5;
    int sysctlCalls;
    int listCalls;
    long idleTime = 1_000_000_000L;
    boolean privileged = true;
    boolean closed;

    private final NavigableMap<Long, byte[]> memory = new TreeMap<>();
    private long nextAddress = 0x7000_0000_0000L;

    SimulatedHypervisor(XenRelease release) {
        this.release = release;
        add(0, 2);
    }

    Guest add(int id, int vcpus) {
        Guest guest = new Guest(id, vcpus);
        guests.put(id, guest);
        return guest;
    }

    int allocated() {
        return memory.size();
    }

    @Override
    public HypercallMemory allocate(int size) {
        long address = nextAddress;
        byte[] bytes = new byte[size];
        nextAddress += (size + 4095L) / 4096 * 4096 + 4096;
        memory.put(address, bytes);
        return new HypercallMemory() {
            @Override
            public long address() {
                return address;
            }

            @Override
            public void write(byte[] values) {
                System.arraycopy(values, 0, bytes, 0, values.length);
            }

            @Override
            public byte[] read(int length) {
                return Arrays.copyOf(bytes, length);
            }

            @Override
            public void close() {
                memory.remove(address);
            }
        };
    }

    private ByteBuffer at(long address) {
        Map.Entry<Long, byte[]> block = memory.floorEntry(address);
        int offset = (int) (address - block.getKey());
        return ByteBuffer.wrap(block.getValue(), offset, block.getValue().length - offset)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Sets a number in the memory of a call, as a hypervisor gone wrong would. */
    void overwrite(long address, int number) {
        at(address).putInt(0, number);
    }

    @Override
    public long call(int number, long... arguments) {
        return switch (number) {
            case 17 -> version((int) arguments[0], arguments[1]);
            case 35 -> sysctl(at(arguments[0]));
            case 36 -> domctl(at(arguments[0]));
            default -> ENOSYS;
        };
    }

    private long version(int command, long address) {
        if (command == 0) {
            return release.number;
        }
        if (command != 3) {
            return ENOSYS;
        }
        at(address).put("xen-3.0-x86_64 hvm-3.0-x86_64 \0".getBytes(StandardCharsets.US_ASCII));
        return 0;
    }

    private long sysctl(ByteBuffer call) {
        sysctlCalls++;
        if (!privileged) {
            return -1;
        }
        if (call.getInt(4) != release.sysctl) {
            return EACCES;
        }
        ByteBuffer block = call.slice(8, 128).order(ByteOrder.LITTLE_ENDIAN);
        switch (call.getInt(0)) {
            case 3 -> block.put(0, physical());
            case 4 -> block.putInt(0, schedulerNumber);
            case 6 -> list(block);
            case 8 -> {
                if (!release.from(XenRelease.XEN_3_1)) {
                    return ENOSYS;
                }
                for (int cpu = 0; cpu < CPUS; cpu++) {
                    at(block.getLong(8)).putLong(cpu * 8, idleTime + cpu);
                }
                block.putInt(16, CPUS);
            }
            case 9 -> {
                if (!release.from(XenRelease.XEN_3_2)) {
                    return ENOSYS;
                }
                block.putLong(16, 1_000_000L * (block.getInt(8) + 1));
            }
            default -> {
                return ENOSYS;
            }
        }
        return 0;
    }

    private void list(ByteBuffer block) {
        listCalls++;
        int first = Short.toUnsignedInt(block.getShort(0));
        int most = block.getInt(4);
        ByteBuffer buffer = at(block.getLong(8));
        int count = 0;
        for (Guest guest : guests.tailMap(first).values()) {
            if (count == most) {
                break;
            }
            buffer.put(describe(guest));
            count++;
        }
        block.putInt(16, count);
    }

    private byte[] describe(Guest guest) {
        StructWriter info = new StructWriter()
                .u16(guest.id)
                .u32(guest.flags)
                .u64(guest.pages)
                .u64(guest.maxPages);
        if (release.from(XenRelease.XEN_4_4)) {
            info.u64(901);
        }
        if (release.from(XenRelease.XEN_4_0)) {
            info.u64(902);
        }
        if (release.from(XenRelease.XEN_4_2)) {
            info.u64(903);
        }
        info.u64(904).u64(guest.cpuTime).u32(guest.affinity.size()).u32(guest.affinity.size() - 1L);
        info.u32(905).bytes(guest.handle);
        if (release.from(XenRelease.XEN_4_1)) {
            info.u32(0);
        }
        if (release.from(XenRelease.XEN_4_17)) {
            info.u8(46).padding(7);
        }
        if (release.from(XenRelease.XEN_4_10)) {
            info.u32(906).u32(907);
        }
        return info.toBytes();
    }

    private byte[] physical() {
        StructWriter info = new StructWriter().u32(2).u32(2);
        if (release.from(XenRelease.XEN_4_1)) {
            info.u32(CPUS).u32(CPUS - 1).u32(1).u32(0).u32(2_600_000);
        } else {
            // Sockets of a node up to 3.2, CPUs of the host after that.
            info.u32(release.from(XenRelease.XEN_3_4) ? CPUS : 1).u32(1).u32(2_600_000);
        }
        if (release.from(XenRelease.XEN_4_12)) {
            info.u32(0x3f);
        }
        if (release.from(XenRelease.XEN_4_17)) {
            info.u32(0).u32(0);
        }
        info.u64(1_000_000).u64(250_000).u64(0);
        if (release.from(XenRelease.XEN_4_4)) {
            info.u64(0);
        }
        return info.toBytes();
    }

    private long domctl(ByteBuffer call) {
        if (!privileged) {
            return -1;
        }
        if (call.getInt(4) != release.domctl) {
            return EACCES;
        }
        int id = Short.toUnsignedInt(call.getShort(8));
        ByteBuffer block = call.slice(16, 128).order(ByteOrder.LITTLE_ENDIAN);
        if (call.getInt(0) == 5) {
            // Before 4.18 the next guest that there is answers.
            Map.Entry<Integer, Guest> found = guests.ceilingEntry(id);
            if (found == null) {
                return ESRCH;
            }
            block.put(0, describe(found.getValue()));
            return 0;
        }
        Guest guest = guests.get(id);
        return guest == null ? ESRCH : domctl(guest, call.getInt(0), block);
    }

    private long domctl(Guest guest, int command, ByteBuffer block) {
        int vcpu = block.getInt(0);
        switch (command) {
            case 3 -> guest.flags |= 8;
            case 4 -> guest.flags &= ~8;
            case 11 -> guest.maxPages = block.getLong(0) / 4;
            case 15 -> {
                return vcpu == guest.affinity.size() ? 0 : EINVAL;
            }
            case 16 -> {
                return scheduler(guest, block);
            }
            case 9, 14, 25 -> {
                return vcpu < guest.affinity.size() ? vcpu(guest, command, vcpu, block) : EINVAL;
            }
            default -> {
                return ENOSYS;
            }
        }
        return 0;
    }

    private long vcpu(Guest guest, int command, int vcpu, ByteBuffer block) {
        if (command == 14) {
            block.put(
                    0,
                    new StructWriter()
                            .u32(vcpu)
                            .u8(1)
                            .u8(vcpu == 0 ? 0 : 1)
                            .u8(0)
                            .u64(5_000_000_000L + vcpu)
                            .u32(vcpu % CPUS)
                            .toBytes());
            return 0;
        }
        boolean split = release.from(XenRelease.XEN_4_5);
        if (split && block.getInt(4) != 1) {
            return EINVAL;
        }
        ByteBuffer map = at(block.getLong(8));
        int bytes = (Math.min(block.getInt(16), CPUS) + 7) / 8;
        byte[] bits = new byte[bytes];
        if (command == 25) {
            byte[] has = guest.affinity.get(vcpu).toByteArray();
            System.arraycopy(has, 0, bits, 0, has.length);
            map.put(0, bits);
            return 0;
        }
        map.get(0, bits);
        BitSet wanted = BitSet.valueOf(bits);
        wanted.clear(CPUS, 64);
        if (wanted.isEmpty()) {
            return EINVAL;
        }
        guest.affinity.set(vcpu, wanted);
        return 0;
    }

    private long scheduler(Guest guest, ByteBuffer block) {
        if (block.getInt(0) != schedulerNumber) {
            return EINVAL;
        }
        boolean put = block.getInt(4) == 0;
        if (schedulerNumber == 4) {
            for (int i = 0; i < 3; i++) {
                if (put) {
                    guest.times[i] = block.getLong(8 + 8 * i);
                } else {
                    block.putLong(8 + 8 * i, guest.times[i]);
                }
            }
            if (put) {
                guest.extratime = block.getInt(32);
                guest.weight = block.getInt(36);
            } else {
                block.putInt(32, guest.extratime).putInt(36, guest.weight);
            }
            return 0;
        }
        boolean capped = schedulerNumber == 5 || release.from(XenRelease.XEN_4_10);
        if (put) {
            guest.weight = Short.toUnsignedInt(block.getShort(8));
            guest.cap = capped ? Short.toUnsignedInt(block.getShort(10)) : 0;
        } else {
            block.putShort(8, (short) guest.weight).putShort(10, (short) (capped ? guest.cap : 0x7777));
        }
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}
