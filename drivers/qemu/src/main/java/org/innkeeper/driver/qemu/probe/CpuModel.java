package org.innkeeper.driver.qemu.probe;

import java.util.List;
import java.util.Objects;

/**
 * A CPU an emulator can present to its guest.
 *
 * @param name its name, such as {@code Haswell-noTSX}
 * @param aliasOf the versioned model it stands for, or null
 * @param deprecated whether the emulator's makers advise against it
 * @param missingFeatures features it needs that the emulator cannot give it here; empty means usable
 */
public record CpuModel(String name, String aliasOf, boolean deprecated, List<String> missingFeatures) {
    public CpuModel {
        Objects.requireNonNull(name, "name");
        missingFeatures = List.copyOf(missingFeatures);
    }

    public boolean isUsable() {
        return missingFeatures.isEmpty();
    }
}
