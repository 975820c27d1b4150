package org.innkeeper.driver.xen.facet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.Feature;

/** Why a Xen host cannot do what others can. */
final class Absences {
    private static final String THROUGH_VNC = "Use the guest's screen, where its definition has one.";
    private static final String AS_ROOT = "Run the program as root.";

    /** What no Xen and no way to it has. */
    private static final Map<Feature, String> NEVER = new EnumMap<>(Map.of(
            Feature.DOMAIN_SNAPSHOT, "Xen's tools take no snapshots",
            Feature.DOMAIN_SCREENSHOT, "Xen takes no pictures of screens",
            Feature.DOMAIN_SEND_KEY, "Xen presses no keys",
            Feature.DOMAIN_INTERFACE_ADDRESSES, "Xen does not know the addresses of guests",
            Feature.DOMAIN_LIFECYCLE_ACTIONS, "Xen changes what happens at the end of a run by the definition only",
            Feature.DOMAIN_JOBS, "Xen's tools do not tell how far they are"));

    /** What needs the files or the terminals of the host. */
    private static final Set<Feature> ON_THE_HOST =
            Set.of(Feature.DOMAIN_CONSOLE, Feature.DOMAIN_METADATA, Feature.DOMAIN_MANAGED_SAVE);

    /** What came with a later xend. */
    private static final Map<Feature, String> LATER = Map.of(
            Feature.DOMAIN_DEFINE, "3.0.4",
            Feature.DOMAIN_RENAME, "3.0.4",
            Feature.DOMAIN_CORE_DUMP, "3.0.4",
            Feature.DOMAIN_ATTACH, "3.0.4",
            Feature.DOMAIN_RESET, "3.3");

    private final Set<Feature> features;
    private final boolean local;

    /**
     * @param features what can be done
     * @param local whether the Xen is this machine's own
     */
    Absences(Set<Feature> features, boolean local) {
        this.features = features;
        this.local = local;
    }

    Optional<ErrorInfo> of(Feature feature) {
        if (features.contains(feature)) {
            return Optional.empty();
        }
        if (NEVER.containsKey(feature)) {
            boolean screen = feature == Feature.DOMAIN_SCREENSHOT || feature == Feature.DOMAIN_SEND_KEY;
            return reason(NEVER.get(feature), screen ? THROUGH_VNC : "");
        }
        if (!local && ON_THE_HOST.contains(feature)) {
            return reason(
                    "This Xen is reached over the network, and this needs files and terminals of its host",
                    "Run the program on that host.");
        }
        if (feature == Feature.NODE_CPU_STATS) {
            return reason("Only the hypervisor knows the CPU time of the whole host", local ? AS_ROOT : "");
        }
        boolean changes = features.contains(Feature.DOMAIN_CREATE_TRANSIENT);
        if (!changes) {
            return reason("This user may look at the guests of this Xen only", AS_ROOT);
        }
        return LATER.containsKey(feature)
                ? reason("xend can do this from Xen " + LATER.get(feature) + " on", "")
                : Optional.empty();
    }

    private static Optional<ErrorInfo> reason(String reason, String remedy) {
        return Optional.of(
                ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.XEN, reason).withRemedy(remedy));
    }
}
