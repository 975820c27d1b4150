package org.innkeeper.app.session.sample;

import java.util.Arrays;
import java.util.List;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.ParameterType;
import org.innkeeper.core.model.TypedParameter;

/** The values of one domain in one tick; one object is filled again for each domain. What is absent is {@link #ABSENT}. */
final class Reading {
    static final long ABSENT = -1;

    private static final Slot.Kind[] KINDS = Slot.Kind.values();

    private final SlotNames slotNames = new SlotNames();
    private Layout recent = Layout.EMPTY;

    private final long[] values = new long[KINDS.length];
    private final Devices vcpus = new Devices(1);
    private final Devices disks = new Devices(2);
    private final Devices nics = new Devices(2);
    private long sampleTime;
    private int id;

    /** Counters of the devices of one kind, by their number. */
    static final class Devices {
        private final int counters;
        private long[] values = new long[0];
        private String[] names = new String[0];
        private int size;

        Devices(int counters) {
            this.counters = counters;
        }

        private void clear() {
            Arrays.fill(values, 0, size * counters, ABSENT);
            Arrays.fill(names, 0, size, null);
            size = 0;
        }

        private void grow(int index) {
            if (index >= names.length) {
                int length = Math.max(index + 1, names.length * 2);
                int before = values.length;
                values = Arrays.copyOf(values, length * counters);
                Arrays.fill(values, before, values.length, ABSENT);
                names = Arrays.copyOf(names, length);
            }
            size = Math.max(size, index + 1);
        }

        private void put(int index, int counter, long value) {
            grow(index);
            values[index * counters + counter] = value;
        }

        private void name(int index, String name) {
            grow(index);
            names[index] = name;
        }

        int size() {
            return size;
        }

        long value(int index, int counter) {
            return values[index * counters + counter];
        }

        /** The name the driver gave it, else its number. */
        String name(int index) {
            return names[index] == null ? Integer.toString(index) : names[index];
        }

        /** Over all devices that tell; absent where none does. */
        long sum(int counter) {
            long sum = ABSENT;
            for (int i = 0; i < size; i++) {
                long value = value(i, counter);
                if (value >= 0) {
                    sum = Math.max(sum, 0) + value;
                }
            }
            return sum;
        }
    }

    /**
     * Takes the values of a domain.
     *
     * @param layout the layout the domain had last, or null
     * @return its layout now
     */
    Layout read(DomainStats stats, Layout layout) {
        List<TypedParameter> parameters = stats.parameters();
        Layout fitting = layout;
        if (fitting == null || !fitting.fits(parameters)) {
            fitting = recent.fits(parameters) ? recent : Layout.of(parameters, slotNames);
            recent = fitting;
        }
        Arrays.fill(values, ABSENT);
        vcpus.clear();
        disks.clear();
        nics.clear();
        sampleTime = stats.sampleTime();
        id = stats.domain().id();
        for (int i = 0; i < parameters.size(); i++) {
            take(fitting.slot(i), parameters.get(i));
        }
        return fitting;
    }

    private void take(Slot slot, TypedParameter parameter) {
        Slot.Kind kind = slot.kind();
        if (parameter.type() == ParameterType.STRING) {
            if (kind == Slot.Kind.DISK_NAME) {
                disks.name(slot.index(), parameter.text());
            } else if (kind == Slot.Kind.NET_NAME) {
                nics.name(slot.index(), parameter.text());
            }
            return;
        }
        switch (kind) {
            case OTHER, DISK_NAME, NET_NAME -> {}
            case VCPU_TIME -> vcpus.put(slot.index(), 0, parameter.number());
            case DISK_READ -> disks.put(slot.index(), 0, parameter.number());
            case DISK_WRITE -> disks.put(slot.index(), 1, parameter.number());
            case NET_RX -> nics.put(slot.index(), 0, parameter.number());
            case NET_TX -> nics.put(slot.index(), 1, parameter.number());
            default -> values[kind.ordinal()] = parameter.number();
        }
    }

    long value(Slot.Kind kind) {
        return values[kind.ordinal()];
    }

    Devices vcpus() {
        return vcpus;
    }

    Devices disks() {
        return disks;
    }

    Devices nics() {
        return nics;
    }

    /** Nanoseconds of the driver's clock. */
    long sampleTime() {
        return sampleTime;
    }

    int id() {
        return id;
    }

    /** How many vcpus the domain has now; absent where the driver does not tell. */
    int vcpuCount() {
        long count = value(Slot.Kind.VCPU_CURRENT);
        if (count < 0) {
            count = value(Slot.Kind.VCPU_MAXIMUM);
        }
        return (int) (count > 0 ? count : vcpus.size() > 0 ? vcpus.size() : ABSENT);
    }

    /** Memory in use, KiB: as the guest tells, else what the host sees, else what the guest was given. */
    long memoryUsed() {
        long available = value(Slot.Kind.MEMORY_AVAILABLE);
        long free = value(Slot.Kind.MEMORY_USABLE);
        if (free < 0) {
            free = value(Slot.Kind.MEMORY_UNUSED);
        }
        if (available >= 0 && free >= 0) {
            return Math.max(0, available - free);
        }
        long resident = value(Slot.Kind.MEMORY_RSS);
        long current = value(Slot.Kind.MEMORY_CURRENT);
        return resident < 0 ? current : current < 0 ? resident : Math.min(resident, current);
    }

    /** The most memory it may use, KiB. */
    long memoryMaximum() {
        long maximum = value(Slot.Kind.MEMORY_MAXIMUM);
        return maximum < 0 ? value(Slot.Kind.MEMORY_CURRENT) : maximum;
    }
}
