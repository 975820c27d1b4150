package org.innkeeper.driver.openvz.definition;

import java.util.BitSet;
import java.util.Optional;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.xml.NumberSet;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/** Which of the host's CPUs a container may run on: the key {@code CPUMASK}, one mask for all CPUs of the container. */
public final class CpuBinding {
    /** What vzctl takes for every CPU. */
    static final String ALL = "all";

    private CpuBinding() {}

    /** The mask of a container; empty where it may run everywhere. */
    public static Optional<CpuMap> of(ContainerConfig config) {
        String mask = config.value("CPUMASK").orElse("").strip();
        if (!mask.matches("[0-9,\\s-]+")) {
            // "all", "auto" and nothing at all leave it to the kernel.
            return Optional.empty();
        }
        try {
            return Optional.of(map(mask));
        } catch (IllegalArgumentException e) {
            // vzctl does not take it either and binds to none.
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException where it is no set of CPUs */
    static CpuMap map(String text) {
        BitSet set = NumberSet.parse(text);
        return CpuMap.ofBytes(set.toByteArray());
    }

    /** How vzctl is told a mask. */
    public static String parameter(Optional<CpuMap> mask) {
        return mask.map(CpuMap::toString).orElse(ALL);
    }
}
