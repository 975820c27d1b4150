package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;

/**
 * Whether a kind of device is there, and what can be chosen for it.
 *
 * @param supported yes or no
 * @param choices the choices with their values
 */
public record DeviceSupport(
        @JacksonXmlProperty(isAttribute = true) String supported,
        @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("enum") List<Choice> choices) {
    public DeviceSupport {
        choices = CapabilityReader.listOf(choices);
    }

    public boolean isSupported() {
        return "yes".equals(supported);
    }

    /** The values of a choice, empty where there is no such choice. */
    public List<String> values(String choice) {
        return choices.stream()
                .filter(candidate -> candidate.name().equals(choice))
                .findFirst()
                .map(Choice::values)
                .orElse(List.of());
    }

    /**
     * One choice.
     *
     * @param name such as bus
     * @param values such as ide, scsi, virtio
     */
    public record Choice(
            @JacksonXmlProperty(isAttribute = true) String name,
            @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("value") List<String> values) {
        public Choice {
            values = CapabilityReader.listOf(values);
        }
    }
}
