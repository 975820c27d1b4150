package org.innkeeper.driver.xen.part;

import java.util.Objects;
import java.util.UUID;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;

/**
 * What a part knows of a domain at one moment. Every field but the id is null where the part does not know it, and another
 * part may fill it in.
 *
 * @param id the number of this run, {@link DomainRef#INACTIVE} for one that does not run
 * @param uuid its handle
 * @param name its name, never empty
 * @param state its state
 * @param maxMemory the most memory it may use, KiB; {@link DomainInfo#UNLIMITED} for no limit
 * @param memory the memory it uses now, KiB; of one that does not run, what it starts with
 * @param vcpus the number of its virtual CPUs that are online; of one that does not run, what it starts with
 * @param maxVcpus the most virtual CPUs it can have
 * @param cpuTime CPU time since it was started, nanoseconds
 * @param hvm whether it is fully virtualized; false for PV and PVH
 * @param stored whether it is defined: its definition stays when it ends
 */
public record DomainRecord(
        int id,
        UUID uuid,
        String name,
        DomainState state,
        Long maxMemory,
        Long memory,
        Integer vcpus,
        Integer maxVcpus,
        Long cpuTime,
        Boolean hvm,
        Boolean stored) {
    public boolean active() {
        return id != DomainRef.INACTIVE;
    }

    /** Whether uuid and name are both there, so that {@link #key()} can be asked for. */
    public boolean isIdentified() {
        return uuid != null && name != null;
    }

    public DomainKey key() {
        return new DomainKey(id, uuid, name);
    }

    /** This record, with what it does not know taken from another one of the same domain. */
    public DomainRecord or(DomainRecord other) {
        return new DomainRecord(
                id,
                first(uuid, other.uuid),
                first(name, other.name),
                first(state, other.state),
                first(maxMemory, other.maxMemory),
                first(memory, other.memory),
                first(vcpus, other.vcpus),
                first(maxVcpus, other.maxVcpus),
                first(cpuTime, other.cpuTime),
                first(hvm, other.hvm),
                first(stored, other.stored));
    }

    private static <T> T first(T mine, T theirs) {
        return mine == null ? theirs : mine;
    }

    /** Collects what is known; what is not set is not known. */
    public static Builder of(int id) {
        return new Builder(id);
    }

    /** Makes a record piece by piece. A null says that the part does not know. */
    public static final class Builder {
        private final int id;
        private UUID uuid;
        private String name;
        private DomainState state;
        private Long maxMemory;
        private Long memory;
        private Integer vcpus;
        private Integer maxVcpus;
        private Long cpuTime;
        private Boolean hvm;
        private Boolean stored;

        private Builder(int id) {
            this.id = id;
        }

        public Builder uuid(UUID value) {
            uuid = value;
            return this;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder state(DomainState value) {
            state = value;
            return this;
        }

        /** KiB. */
        public Builder maxMemory(Long value) {
            maxMemory = value;
            return this;
        }

        /** KiB. */
        public Builder memory(Long value) {
            memory = value;
            return this;
        }

        public Builder vcpus(Integer value) {
            vcpus = value;
            return this;
        }

        public Builder maxVcpus(Integer value) {
            maxVcpus = value;
            return this;
        }

        /** Nanoseconds. */
        public Builder cpuTime(Long value) {
            cpuTime = value;
            return this;
        }

        public Builder hvm(Boolean value) {
            hvm = value;
            return this;
        }

        public Builder stored(Boolean value) {
            stored = value;
            return this;
        }

        public DomainRecord build() {
            return new DomainRecord(id, uuid, name, state, maxMemory, memory, vcpus, maxVcpus, cpuTime, hvm, stored);
        }
    }

    /** The name for messages: what is known of it. */
    public String label() {
        return Objects.requireNonNullElse(name, uuid == null ? "domain " + id : uuid.toString());
    }
}
