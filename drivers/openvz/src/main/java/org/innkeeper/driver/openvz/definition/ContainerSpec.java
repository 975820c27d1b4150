package org.innkeeper.driver.openvz.definition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a document asks for. What it leaves open stays as the template's sample configuration, or as it is.
 *
 * @param name the name
 * @param uuid the UUID
 * @param texts title, description and metadata; a document tells all of them
 * @param template the operating system template to create it from
 * @param profile the sample configuration to create it from
 * @param maximumMemory KiB
 * @param memory KiB
 * @param vcpus the number of CPUs to begin with
 * @param maximumVcpus the most CPUs
 * @param cpuMask which of the host's CPUs, as vzctl takes it
 * @param guaranteedMemory memory it can always allocate, KiB
 * @param memoryAndSwap what it may have in RAM and in swap together, KiB
 * @param diskSoft what its files may take for a while, KiB
 * @param diskHard what its files may take, KiB
 * @param network its addresses and devices, empty where the document is silent about them
 */
public record ContainerSpec(
        String name,
        Optional<UUID> uuid,
        ContainerTexts texts,
        Optional<String> template,
        Optional<String> profile,
        OptionalLong maximumMemory,
        OptionalLong memory,
        OptionalInt vcpus,
        OptionalInt maximumVcpus,
        Optional<String> cpuMask,
        OptionalLong guaranteedMemory,
        OptionalLong memoryAndSwap,
        OptionalLong diskSoft,
        OptionalLong diskHard,
        Optional<Network> network) {
    /**
     * A container's network.
     *
     * @param addresses of its venet device, which the host routes to it
     * @param interfaces its virtual Ethernet devices
     * @param hostname its name, where the document tells one
     * @param nameservers where the document tells some
     */
    public record Network(
            List<VenetAddress> addresses,
            List<NetInterface> interfaces,
            Optional<String> hostname,
            List<String> nameservers) {
        public Network {
            addresses = List.copyOf(addresses);
            interfaces = List.copyOf(interfaces);
            nameservers = List.copyOf(nameservers);
        }
    }
}
