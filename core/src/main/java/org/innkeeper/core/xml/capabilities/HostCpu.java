package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processors of a host.
 *
 * @param architecture such as x86_64, "" where it is not known
 * @param model the named model that is nearest, "" where it is not known
 * @param vendor who made them, "" where it is not known
 * @param topology how many there are
 * @param modern features as they are listed today
 * @param old features as they were listed in 2007, by element name
 */
public record HostCpu(
        @JsonProperty("arch") String architecture,
        String model,
        String vendor,
        CpuTopology topology,
        @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("feature") List<Feature> modern,
        @JsonProperty("features") Map<String, Object> old) {
    static final HostCpu UNKNOWN = new HostCpu("", "", "", null, null, null);

    public HostCpu {
        architecture = architecture == null ? "" : architecture.strip();
        model = model == null ? "" : model.strip();
        vendor = vendor == null ? "" : vendor.strip();
        modern = CapabilityReader.listOf(modern);
        old = old == null ? Map.of() : Map.copyOf(withoutText(old));
    }

    private static Map<String, Object> withoutText(Map<String, Object> read) {
        Map<String, Object> elements = new LinkedHashMap<>(read);
        elements.remove(CapabilityReader.TEXT);
        elements.replaceAll((name, value) -> value == null ? "" : value);
        return elements;
    }

    /** The names of all features. */
    public Stream<String> features() {
        return Stream.concat(modern.stream().map(Feature::name), old.keySet().stream());
    }

    /** One feature of a processor. */
    public record Feature(@JacksonXmlProperty(isAttribute = true) String name) {}

    /**
     * How many processors there are, per level.
     *
     * @param sockets per NUMA node
     * @param dies per socket, 0 where it is not known
     * @param cores per die
     * @param threads per core
     */
    public record CpuTopology(
            @JacksonXmlProperty(isAttribute = true) int sockets,
            @JacksonXmlProperty(isAttribute = true) int dies,
            @JacksonXmlProperty(isAttribute = true) int cores,
            @JacksonXmlProperty(isAttribute = true) int threads) {}
}
