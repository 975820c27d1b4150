package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a host can do: libvirt's {@code virConnectGetCapabilities}.
 *
 * @param host the machine
 * @param guests the kinds of guests it can run
 */
public record Capabilities(
        HostCapabilities host,
        @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("guest") List<GuestCapabilities> guests) {
    public Capabilities {
        host = host == null ? HostCapabilities.UNKNOWN : host;
        guests = CapabilityReader.listOf(guests);
    }

    /**
     * Reads a document, of 2007 or of today.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_DETAIL or XML_ERROR where it is none
     */
    public static Capabilities parse(String text) {
        return CapabilityReader.read(text, "capabilities", Capabilities.class);
    }

    /** The first kind of guest of that type ({@code hvm}, {@code xen}...) and architecture. */
    public Optional<GuestCapabilities> guest(String osType, String architecture) {
        return guests.stream()
                .filter(guest -> guest.osType().equals(osType))
                .filter(guest -> guest.architecture().name().equals(architecture))
                .findFirst();
    }

    /** All hypervisors ({@code kvm}, {@code qemu}, {@code xen}...) that run guests here. */
    public Stream<String> hypervisors() {
        return guests.stream()
                .flatMap(guest -> guest.architecture().domains().stream())
                .map(GuestDomain::type)
                .distinct();
    }
}
