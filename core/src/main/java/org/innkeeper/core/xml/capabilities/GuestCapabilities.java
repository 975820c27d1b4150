package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;

/**
 * A kind of guest that a host can run.
 *
 * @param osType hvm, xen, linux, exe...
 * @param architecture of the guest, with what runs it
 */
public record GuestCapabilities(
        @JsonProperty("os_type") String osType, @JsonProperty("arch") Architecture architecture) {
    public GuestCapabilities {
        osType = osType == null ? "" : osType.strip();
        architecture = architecture == null ? new Architecture("", 0, "", null, null) : architecture;
    }

    /**
     * An architecture of guests.
     *
     * @param name such as x86_64
     * @param wordSize 32 or 64, 0 where it is not known
     * @param emulator the path of the program that runs it, "" where none is needed
     * @param machines the machine types
     * @param domains the hypervisors
     */
    public record Architecture(
            @JacksonXmlProperty(isAttribute = true) String name,
            @JsonProperty("wordsize") int wordSize,
            String emulator,
            @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("machine") List<Machine> machines,
            @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("domain") List<GuestDomain> domains) {
        public Architecture {
            name = name == null ? "" : name;
            emulator = emulator == null ? "" : emulator.strip();
            machines = CapabilityReader.listOf(machines);
            domains = CapabilityReader.listOf(domains);
        }
    }

    /**
     * A machine type.
     *
     * @param name such as q35
     * @param canonical what an alias stands for now, null where it is none
     * @param maxCpus the most virtual CPUs, 0 where it is not known
     */
    public record Machine(
            @JsonProperty(CapabilityReader.TEXT) String name,
            @JacksonXmlProperty(isAttribute = true) String canonical,
            @JacksonXmlProperty(isAttribute = true) int maxCpus) {
        @JsonCreator
        public Machine {}

        /** From an element that has only text. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Machine ofName(String name) {
            return new Machine(name, null, 0);
        }
    }
}
