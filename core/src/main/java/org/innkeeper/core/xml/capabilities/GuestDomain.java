package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;

/**
 * A hypervisor that runs guests of an architecture.
 *
 * @param type kvm, qemu, xen...
 * @param emulator its own program where it is another than the architecture's, else ""
 * @param machines its own machine types where they are others than the architecture's
 */
public record GuestDomain(
        @JacksonXmlProperty(isAttribute = true) String type,
        String emulator,
        @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("machine")
                List<GuestCapabilities.Machine> machines) {
    public GuestDomain {
        type = type == null ? "" : type;
        emulator = emulator == null ? "" : emulator.strip();
        machines = CapabilityReader.listOf(machines);
    }
}
