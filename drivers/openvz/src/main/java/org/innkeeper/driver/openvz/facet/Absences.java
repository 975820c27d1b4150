package org.innkeeper.driver.openvz.facet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.openvz.host.VzctlAbilities;

/** Why an OpenVZ host cannot do what others can. */
final class Absences {
    private static final String AT_THE_CONSOLE = "Use the container's console.";

    /** What no container has: why, and what does instead. */
    private static final Map<Feature, String[]> NEVER = new EnumMap<>(Map.of(
            Feature.DOMAIN_CREATE_TRANSIENT,
            new String[] {
                "A container is made from a template and stays until it is deleted", "Create one and start it."
            },
            Feature.DOMAIN_RESET,
            new String[] {"A container has no hardware that could be reset", "Reboot it, or force it off."},
            Feature.DOMAIN_SCREENSHOT,
            new String[] {"A container has no screen", AT_THE_CONSOLE},
            Feature.DOMAIN_SEND_KEY,
            new String[] {"A container has no keyboard", AT_THE_CONSOLE},
            Feature.DOMAIN_INJECT_NMI,
            new String[] {"A container has no processor of its own to interrupt", ""},
            Feature.DOMAIN_CORE_DUMP,
            new String[] {"A container has no memory of its own; each of its processes writes its core", ""},
            Feature.DOMAIN_ATTACH,
            new String[] {
                "Interfaces of a container are changed in its definition", "Change it; that works while it runs."
            },
            Feature.DOMAIN_SNAPSHOT,
            new String[] {"Snapshots of containers are left to vzctl", "Run vzctl snapshot on the host."},
            Feature.MIGRATION,
            new String[] {"Moving containers is left to OpenVZ's own tool", "Run vzmigrate on the host."},
            Feature.STATS_BLOCK,
            new String[] {"A container has files on the host's disks and none of its own to count for", ""}));

    private final VzctlAbilities abilities;

    Absences(VzctlAbilities abilities) {
        this.abilities = abilities;
    }

    /** @param feature one that is not there */
    Optional<ErrorInfo> of(Feature feature) {
        String[] never = NEVER.get(feature);
        if (never != null) {
            return reason(never[0], never[1]);
        }
        return switch (feature) {
            case DOMAIN_SUSPEND, DOMAIN_SAVE, DOMAIN_MANAGED_SAVE ->
                abilities.kernelHasCheckpoints()
                        ? reason("The installed vzctl takes no checkpoints of containers", "Install a newer vzctl.")
                        : reason(
                                "The kernel has no checkpoints of containers (no /proc/cpt and /proc/rst)",
                                "Load the kernel's modules vzcpt and vzrst, then connect again.");
            case DOMAIN_CONSOLE ->
                reason("The installed vzctl opens no consoles of containers", "Install vzctl 4.1 or newer.");
            case DOMAIN_VCPU_PIN -> reason("The installed vzctl binds containers to no CPUs", "Install a newer vzctl.");
            default -> Optional.empty();
        };
    }

    private static Optional<ErrorInfo> reason(String reason, String remedy) {
        return Optional.of(
                ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.OPENVZ, reason).withRemedy(remedy));
    }
}
