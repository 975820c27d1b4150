package org.innkeeper.driver.xen.config;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.definition.XenErrors;

/** How the guest reads the processor's time stamp counter. */
final class TimestampMode {
    private static final Map<String, String> MODES = Map.of(
            "default", "auto",
            "always_emulate", "emulate",
            "native", "native",
            "native_paravirt", "paravirt");

    /** The modes by the numbers that older files have. */
    private static final List<String> NUMBERED = List.of("default", "always_emulate", "native", "native_paravirt");

    private TimestampMode() {}

    /** libvirt's word for Xen's. */
    static String fromXen(String mode) {
        String known = MODES.get(mode.matches("[0-3]") ? NUMBERED.get(mode.charAt(0) - '0') : mode);
        if (known == null) {
            throw XenErrors.malformed(ErrorOrigin.XENXM, "tsc_mode cannot be '" + mode + "'");
        }
        return known;
    }

    /** Xen's word for libvirt's; null where none is given. */
    static String toXen(String mode) {
        if (mode == null) {
            return null;
        }
        return MODES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(mode))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> XenErrors.unsupported("Xen has no mode " + mode + " of the tsc timer"));
    }
}
