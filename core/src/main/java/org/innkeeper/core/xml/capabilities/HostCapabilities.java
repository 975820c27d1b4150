package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;

/**
 * The machine of a host.
 *
 * @param uuid its UUID, "" where it is not known
 * @param cpu its processors
 * @param topology its NUMA nodes
 * @param security what confines guests on it
 */
public record HostCapabilities(
        String uuid,
        HostCpu cpu,
        Topology topology,
        @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("secmodel") List<SecurityModel> security) {
    static final HostCapabilities UNKNOWN = new HostCapabilities("", null, null, null);

    public HostCapabilities {
        uuid = uuid == null ? "" : uuid.strip();
        cpu = cpu == null ? HostCpu.UNKNOWN : cpu;
        topology = topology == null ? new Topology(null) : topology;
        security = CapabilityReader.listOf(security);
    }

    /**
     * A security model.
     *
     * @param model such as selinux, apparmor, dac
     * @param domain its domain of interpretation
     */
    public record SecurityModel(String model, @JsonProperty("doi") String domain) {}

    /**
     * The NUMA nodes.
     *
     * @param list as the document wraps them
     */
    public record Topology(@JsonProperty("cells") CellList list) {
        public Topology {
            list = list == null ? new CellList(null) : list;
        }

        /** One per node. */
        public List<NumaCell> cells() {
            return list.cells();
        }
    }

    /** The wrapper around NUMA nodes. */
    public record CellList(@JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("cell") List<NumaCell> cells) {
        public CellList {
            cells = CapabilityReader.listOf(cells);
        }
    }

    /**
     * One NUMA node.
     *
     * @param id its number
     * @param memory what it has, null where it is not known
     * @param list its processors as the document wraps them
     */
    public record NumaCell(int id, Amount memory, @JsonProperty("cpus") CpuList list) {
        public NumaCell {
            list = list == null ? new CpuList(null) : list;
        }

        /** Its processors. */
        public List<LogicalCpu> cpus() {
            return list.cpus();
        }
    }

    /** The wrapper around processors. */
    public record CpuList(@JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("cpu") List<LogicalCpu> cpus) {
        public CpuList {
            cpus = CapabilityReader.listOf(cpus);
        }
    }

    /**
     * One logical processor.
     *
     * @param id its number
     * @param socket the number of its socket, null where it is not known
     * @param core the number of its core, null where it is not known
     * @param siblings the processors of the same core, as a set of numbers
     */
    public record LogicalCpu(
            int id,
            @JsonProperty("socket_id") Integer socket,
            @JsonProperty("core_id") Integer core,
            String siblings) {}
}
