package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;
import java.util.Map;

/**
 * What one emulator can do for one kind of guest: libvirt's {@code virConnectGetDomainCapabilities}.
 *
 * @param path the emulator
 * @param domain the hypervisor: kvm, qemu...
 * @param machine the machine type
 * @param architecture of the guest
 * @param vcpu the most virtual CPUs
 * @param os what can be said of starting it, such as its firmware
 * @param cpu the modes and models of virtual CPUs
 * @param devices what can be said of each kind of device, by its name
 */
public record DomainCapabilities(
        String path,
        String domain,
        String machine,
        @JsonProperty("arch") String architecture,
        Limit vcpu,
        DeviceSupport os,
        CpuModes cpu,
        Map<String, DeviceSupport> devices) {
    public DomainCapabilities {
        os = os == null ? new DeviceSupport(null, null) : os;
        cpu = cpu == null ? new CpuModes(null) : cpu;
        devices = devices == null ? Map.of() : Map.copyOf(devices);
    }

    /**
     * Reads a document.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL or XML_ERROR where it is none
     */
    public static DomainCapabilities parse(String text) {
        return CapabilityReader.read(text, "domainCapabilities", DomainCapabilities.class);
    }

    /** The values a choice of a device can have ({@code disk}, {@code bus}); empty where nothing is known of it. */
    public List<String> values(String device, String choice) {
        DeviceSupport support = devices.get(device);
        return support == null ? List.of() : support.values(choice);
    }

    /** A greatest number. */
    public record Limit(@JacksonXmlProperty(isAttribute = true) int max) {}

    /**
     * The modes of virtual CPUs.
     *
     * @param modes one per mode
     */
    public record CpuModes(@JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("mode") List<CpuMode> modes) {
        public CpuModes {
            modes = CapabilityReader.listOf(modes);
        }
    }

    /**
     * One mode of virtual CPUs.
     *
     * @param name custom, host-model, host-passthrough, maximum
     * @param supported yes or no
     * @param models the models that can be named in it
     */
    public record CpuMode(
            @JacksonXmlProperty(isAttribute = true) String name,
            @JacksonXmlProperty(isAttribute = true) String supported,
            @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("model") List<CpuModel> models) {
        public CpuMode {
            models = CapabilityReader.listOf(models);
        }

        public boolean isSupported() {
            return "yes".equals(supported);
        }
    }

    /**
     * One model of virtual CPUs.
     *
     * @param name such as qemu64
     * @param usable yes, no or unknown on this host; null where it is not said
     */
    public record CpuModel(
            @JsonProperty(CapabilityReader.TEXT) String name, @JacksonXmlProperty(isAttribute = true) String usable) {
        @JsonCreator
        public CpuModel {}

        /** From an element that has only text. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static CpuModel ofName(String name) {
            return new CpuModel(name, null);
        }
    }
}
