package org.innkeeper.core.model;

import java.util.BitSet;

/** A set of host CPUs, immutable: libvirt's {@code cpumap}, bit 0 of byte 0 being CPU 0. */
public final class CpuMap {
    private final BitSet cpus;

    private CpuMap(BitSet cpus) {
        this.cpus = cpus;
    }

    /** The CPUs from 0 up to, not including, {@code count}. */
    public static CpuMap firstCpus(int count) {
        BitSet set = new BitSet(count);
        set.set(0, count);
        return new CpuMap(set);
    }

    public static CpuMap of(int... cpus) {
        BitSet set = new BitSet();
        for (int cpu : cpus) {
            set.set(cpu);
        }
        return new CpuMap(set);
    }

    /** The bytes as libvirt has them, lowest CPU first. */
    public static CpuMap ofBytes(byte[] bytes) {
        return new CpuMap(BitSet.valueOf(bytes));
    }

    /** The map in {@code length} bytes; CPUs that do not fit are left out. */
    public byte[] toBytes(int length) {
        byte[] bytes = new byte[length];
        byte[] all = cpus.toByteArray();
        System.arraycopy(all, 0, bytes, 0, Math.min(length, all.length));
        return bytes;
    }

    public boolean contains(int cpu) {
        return cpus.get(cpu);
    }

    public boolean isEmpty() {
        return cpus.isEmpty();
    }

    /** How many CPUs are in the set. */
    public int count() {
        return cpus.cardinality();
    }

    /** One more than the highest CPU of the set. */
    public int length() {
        return cpus.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CpuMap map && map.cpus.equals(cpus);
    }

    @Override
    public int hashCode() {
        return cpus.hashCode();
    }

    /** The set as libvirt writes it in XML: {@code 0-3,8}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int from = cpus.nextSetBit(0); from >= 0; ) {
            int end = cpus.nextClearBit(from);
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(from);
            if (end - from > 1) {
                text.append('-').append(end - 1);
            }
            from = cpus.nextSetBit(end);
        }
        return text.toString();
    }
}
