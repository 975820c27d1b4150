package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.remote.wire.PendingCall;

/**
 * Asks the far end what it can do. Functions that only read are called and the answer tells; of the others a daemon of
 * that version has those of {@link #BY_VERSION}, and the hypervisor behind it is in the table or answers when it is asked.
 */
final class FeatureProbe {
    /**
     * What the far end can do.
     *
     * @param listedByName those features whose things can be listed by their names only
     */
    record Answer(Set<Feature> features, Set<Feature> listedByName) {
        boolean isListedByName(Feature feature) {
            return listedByName.contains(feature);
        }
    }

    private record Question(Feature feature, String procedure, Object... arguments) {}

    private record Since(long version, Set<Feature> features) {}

    /** {@code VIR_DRV_FEATURE_MIGRATION_PARAMS}. */
    private static final int MIGRATION_PARAMS = 13;

    /** {@code VIR_DRV_FEATURE_REMOTE_EVENT_CALLBACK}. */
    private static final int EVENT_CALLBACK = 14;

    private static final List<Question> QUESTIONS = List.of(
            new Question(Feature.NETWORKS, "CONNECT_LIST_ALL_NETWORKS", 0, 0),
            new Question(Feature.STORAGE, "CONNECT_LIST_ALL_STORAGE_POOLS", 0, 0),
            new Question(Feature.NODE_DEVICES, "CONNECT_LIST_ALL_NODE_DEVICES", 0, 0),
            new Question(Feature.SECRETS, "CONNECT_LIST_ALL_SECRETS", 0, 0),
            new Question(Feature.NODE_CPU_STATS, "NODE_GET_CPU_STATS", -1, 0, 0),
            new Question(Feature.NODE_MEMORY_STATS, "NODE_GET_MEMORY_STATS", 0, -1, 0),
            new Question(Feature.NODE_FREE_CELLS, "NODE_GET_CELLS_FREE_MEMORY", 0, 1));

    /** The same of daemons that cannot list all at once; asked together with the others, so that it costs no wait. */
    private static final List<Question> BY_NAME = List.of(
            new Question(Feature.NETWORKS, "CONNECT_NUM_OF_NETWORKS"),
            new Question(Feature.STORAGE, "CONNECT_NUM_OF_STORAGE_POOLS"),
            new Question(Feature.NODE_DEVICES, "NODE_NUM_OF_DEVICES", null, 0),
            new Question(Feature.SECRETS, "CONNECT_NUM_OF_SECRETS"));

    /** What every daemon from that version on dispatches; the first entry is the oldest daemon there is. */
    private static final List<Since> BY_VERSION = List.of(
            new Since(
                    0,
                    EnumSet.of(
                            Feature.DOMAIN_DEFINE,
                            Feature.DOMAIN_CREATE_TRANSIENT,
                            Feature.DOMAIN_SHUTDOWN,
                            Feature.DOMAIN_REBOOT,
                            Feature.DOMAIN_SUSPEND,
                            Feature.DOMAIN_AUTOSTART,
                            Feature.DOMAIN_SET_MEMORY,
                            Feature.DOMAIN_SET_MAX_MEMORY,
                            Feature.DOMAIN_SAVE,
                            Feature.DOMAIN_CORE_DUMP,
                            Feature.DOMAIN_VCPUS_LIVE,
                            Feature.DOMAIN_VCPU_PIN,
                            Feature.SCHEDULER,
                            Feature.STATS_CPU)),
            new Since(7_000, EnumSet.of(Feature.DOMAIN_JOBS)),
            new Since(
                    8_000,
                    EnumSet.of(
                            Feature.DOMAIN_ATTACH,
                            Feature.DOMAIN_UPDATE_DEVICE,
                            Feature.DOMAIN_MANAGED_SAVE,
                            Feature.DOMAIN_SNAPSHOT)),
            new Since(8_006, EnumSet.of(Feature.DOMAIN_CONSOLE)),
            new Since(9_000, EnumSet.of(Feature.STORAGE_STREAMS)),
            new Since(9_002, EnumSet.of(Feature.DOMAIN_SCREENSHOT)),
            new Since(9_003, EnumSet.of(Feature.DOMAIN_SEND_KEY)),
            new Since(9_005, EnumSet.of(Feature.DOMAIN_INJECT_NMI)),
            new Since(9_007, EnumSet.of(Feature.DOMAIN_RESET)),
            new Since(9_010, EnumSet.of(Feature.DOMAIN_METADATA)),
            new Since(
                    1_002_008,
                    EnumSet.of(
                            Feature.STATS_BULK,
                            Feature.STATS_VCPU,
                            Feature.STATS_MEMORY,
                            Feature.STATS_BLOCK,
                            Feature.STATS_INTERFACE)),
            new Since(1_002_007, EnumSet.of(Feature.DOMAIN_CAPABILITIES)),
            new Since(1_002_014, EnumSet.of(Feature.DOMAIN_INTERFACE_ADDRESSES)),
            new Since(1_002_019, EnumSet.of(Feature.DOMAIN_RENAME)),
            new Since(3_009_000, EnumSet.of(Feature.DOMAIN_LIFECYCLE_ACTIONS)));

    private static final String DOMAIN_CAPABILITIES = "CONNECT_GET_DOMAIN_CAPABILITIES";

    /** The last version whose test driver is known to have no domain capabilities; later ones are asked. */
    private static final long TEST_WITHOUT_CAPABILITIES = 9_000_000;

    /** libvirt's test driver dispatches these to nothing, and its bulk statistics are states alone. */
    private static final Set<Feature> NOT_IN_TEST = EnumSet.of(
            Feature.STORAGE_STREAMS,
            Feature.STATS_CPU,
            Feature.STATS_VCPU,
            Feature.STATS_MEMORY,
            Feature.STATS_BLOCK,
            Feature.STATS_INTERFACE,
            Feature.DOMAIN_JOBS,
            Feature.DOMAIN_ATTACH,
            Feature.DOMAIN_UPDATE_DEVICE,
            Feature.DOMAIN_CONSOLE,
            Feature.DOMAIN_CAPABILITIES);

    private final FarSide far;

    FeatureProbe(FarSide far) {
        this.far = far;
    }

    Answer ask(CallContext context) {
        PendingCall type = far.sendAhead(context, "CONNECT_GET_TYPE");
        PendingCall version = far.sendAhead(context, "CONNECT_GET_LIB_VERSION");
        List<PendingCall> answers = sendAhead(context, QUESTIONS);
        List<PendingCall> counts = sendAhead(context, BY_NAME);
        PendingCall events = far.sendAhead(context, "CONNECT_SUPPORTS_FEATURE", EVENT_CALLBACK);
        PendingCall migration = far.sendAhead(context, "CONNECT_SUPPORTS_FEATURE", MIGRATION_PARAMS);

        // A daemon that cannot even tell its version is older than 0.7.3.
        long libvirt = far.orElseIfUnsupported(() -> version.await(context).number("lib_ver"), 0L);
        Set<Feature> features = byVersion(libvirt);
        features.addAll(workedOf(context, QUESTIONS, answers));
        Set<Feature> listedByName = workedOf(context, BY_NAME, counts);
        listedByName.removeAll(features);
        features.addAll(listedByName);
        if (!features.contains(Feature.STORAGE)) {
            features.remove(Feature.STORAGE_STREAMS);
        }
        addIf(features, Feature.EVENTS, events, context);
        addIf(features, Feature.MIGRATION, migration, context);
        if (type.await(context).text("type").equalsIgnoreCase("test")) {
            features.removeAll(NOT_IN_TEST);
            if (libvirt > TEST_WITHOUT_CAPABILITIES
                    && worked(context, far.sendAhead(context, DOMAIN_CAPABILITIES, null, null, null, null, 0))) {
                features.add(Feature.DOMAIN_CAPABILITIES);
            }
        }
        return new Answer(features, listedByName);
    }

    private List<PendingCall> sendAhead(CallContext context, List<Question> questions) {
        List<PendingCall> calls = new ArrayList<>();
        for (Question question : questions) {
            calls.add(far.sendAhead(context, question.procedure(), question.arguments()));
        }
        return calls;
    }

    private static Set<Feature> workedOf(CallContext context, List<Question> questions, List<PendingCall> answers) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (int i = 0; i < questions.size(); i++) {
            if (worked(context, answers.get(i))) {
                features.add(questions.get(i).feature());
            }
        }
        return features;
    }

    private static Set<Feature> byVersion(long version) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Since since : BY_VERSION) {
            if (version >= since.version()) {
                features.addAll(since.features());
            }
        }
        return features;
    }

    private static void addIf(Set<Feature> features, Feature feature, PendingCall call, CallContext context) {
        try {
            if (call.await(context).integer("supported") != 0) {
                features.add(feature);
            }
        } catch (InnkeeperException e) {
            if (!FarSide.isUnsupported(e)) {
                throw e;
            }
        }
    }

    /** An error other than "not supported" means that the function is there and did not like something. */
    private static boolean worked(CallContext context, PendingCall call) {
        try {
            call.await(context);
            return true;
        } catch (InnkeeperException e) {
            return !FarSide.isUnsupported(e);
        }
    }
}
