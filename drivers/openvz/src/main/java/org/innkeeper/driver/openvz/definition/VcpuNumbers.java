package org.innkeeper.driver.openvz.definition;

import java.util.Optional;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/**
 * How many CPUs a container may use.
 *
 * @param current the key {@code CPUS}; without it all of the host's
 * @param maximum the most it may be given: a comment, since OpenVZ has no such limit; without it all of the host's
 */
public record VcpuNumbers(int current, int maximum) {
    /** The tag of the comment. */
    public static final String MAXIMUM_TAG = "VCPU_MAXIMUM";

    /** @param hostCpus how many CPUs the host has */
    public static VcpuNumbers of(ContainerConfig config, int hostCpus) {
        Optional<Integer> set = number(config.value("CPUS"));
        Optional<Integer> most = number(config.comment(MAXIMUM_TAG));
        int current = set.orElse(Math.min(hostCpus, most.orElse(hostCpus)));
        return new VcpuNumbers(current, Math.max(current, most.orElse(hostCpus)));
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.map(String::strip)
                .filter(digits -> digits.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf);
    }
}
