package org.innkeeper.driver.remote.contract;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.HostXml;

/** libvirt's own test hypervisor; its state begins anew when the last connection to it ends. */
final class TestHostFixture extends RemoteFixture {
    private static final Map<String, String> DEVIATIONS = Map.ofEntries(
            Map.entry(
                    "DomainContract.definedDomainIsThereAndInactive",
                    "testDomainGetInfo tells the time of day as the CPU time of every guest, of those that are off too"),
            Map.entry(
                    "DomainContract.transientDomainCanBeStartedPaused",
                    "testDomainCreateXML does not know VIR_DOMAIN_START_PAUSED"),
            Map.entry(
                    "LifecycleContract.startedPausedItWaitsToBeResumed",
                    "testDomainCreateWithFlags does not know VIR_DOMAIN_START_PAUSED"),
            Map.entry("NetworkContract.leasesAreOnlyToldWhileActive", "the test driver has no virNetworkGetDHCPLeases"),
            Map.entry(
                    "StorageContract.volumeNameMustNotLeaveThePool",
                    "volumes of the test driver have no files, and any name"),
            Map.entry(
                    "NetworkContract.partOfADefinitionCanBeChanged",
                    "testNetworkGetXMLDesc does not know VIR_NETWORK_XML_INACTIVE"),
            Map.entry(
                    "NetworkContract.undefiningAnActiveNetworkMakesItTransient",
                    "testNetworkUndefine refuses a network that is active"),
            Map.entry("NodeContract.cpuTimeGoesForward", "testNodeGetCPUStats always tells the same numbers"),
            Map.entry(
                    "SaveContract.coreDumpCanEndTheRun",
                    "testDomainCoreDumpWithFormat does not know VIR_DUMP_MEMORY_ONLY"),
            Map.entry(
                    "SaveContract.coreDumpLeavesTheGuestRunning",
                    "testDomainCoreDumpWithFormat does not know VIR_DUMP_MEMORY_ONLY"),
            Map.entry(
                    "SaveContract.guestCanBeLeftPausedWhenRestored",
                    "testDomainSaveFlags does not know VIR_DOMAIN_SAVE_PAUSED"),
            Map.entry(
                    "SaveContract.managedSaveCanBeThrownAwayAtStart",
                    "testDomainCreateWithFlags does not know VIR_DOMAIN_START_FORCE_BOOT"),
            Map.entry(
                    "SaveContract.passwordsOfASavedFileAreToldOnlyWhenAskedFor",
                    "testDomainSaveImageGetXMLDesc tells passwords without being asked for them"),
            Map.entry(
                    "SchedulerContract.parametersCanBeSetToWhatTheyAreAndToMore",
                    "testDomainSetSchedulerParameters checks parameters and keeps none"),
            Map.entry(
                    "SnapshotContract.revertingCanStartTheGuest",
                    "testDomainRevertToSnapshot leaves a guest off that VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED asks for paused"),
            Map.entry(
                    "StorageContract.transientPoolIsGoneWhenItStops",
                    "testStoragePoolCreateXML does not know VIR_STORAGE_POOL_CREATE_WITH_BUILD"),
            Map.entry(
                    "StorageContract.volumesCanGrowAndShrinkOnlyWhenAllowed",
                    "the test driver has no virStorageVolResize"),
            Map.entry(
                    "VcpuContract.storedBindingIsInTheXml",
                    "testDomainPinVcpuFlags does not know VIR_DOMAIN_AFFECT_CONFIG"));

    private static final Map<String, List<Refusal>> REFUSALS = Map.ofEntries(
            refusal(
                    "ConsoleContract.screenIsAPicture",
                    ErrorCode.OPERATION_INVALID,
                    null,
                    "testDomainScreenshot sends its one picture for guests that are off too"),
            refusal(
                    "DomainContract.transientDomainIsGoneWhenItStops",
                    ErrorCode.OPERATION_INVALID,
                    null,
                    "testDomainSetAutostart takes guests that are not defined"),
            refusal(
                    "LifecycleContract.startGivesANewIdEachTime",
                    ErrorCode.OPERATION_INVALID,
                    ErrorCode.INTERNAL_ERROR,
                    "testDomainCreateWithFlags says VIR_ERR_INTERNAL_ERROR for a guest that runs"),
            refusal(
                    "LifecycleContract.whatNeedsARunIsInvalidWithoutOne",
                    ErrorCode.OPERATION_INVALID,
                    ErrorCode.INTERNAL_ERROR,
                    "the test driver says VIR_ERR_INTERNAL_ERROR for a guest that does not run"),
            refusal(
                    "NetworkContract.lifeOfANetwork",
                    ErrorCode.OPERATION_INVALID,
                    null,
                    "testNetworkDestroy takes networks that are off"),
            refusal(
                    "NetworkContract.transientNetworkIsGoneWhenItStops",
                    ErrorCode.OPERATION_INVALID,
                    null,
                    "testNetworkSetAutostart takes networks that are not defined"),
            refusal(
                    "StorageContract.takenVolumeNameIsRefused",
                    ErrorCode.STORAGE_VOL_EXIST,
                    ErrorCode.OPERATION_FAILED,
                    "the test driver says VIR_ERR_OPERATION_FAILED for a taken volume name"),
            refusal(
                    "StorageContract.unknownFlagsAreRefused",
                    ErrorCode.INVALID_ARG,
                    ErrorCode.NO_SUPPORT,
                    "the test driver has no virStorageVolResize"),
            refusal(
                    "VcpuContract.unknownFlagsAreRefused",
                    ErrorCode.INVALID_ARG,
                    null,
                    "testDomainGetVcpuPinInfo looks at no flags"),
            refusal(
                    "VcpuContract.vcpuCanBeBoundToACpu",
                    ErrorCode.INVALID_ARG,
                    null,
                    "testDomainPinVcpuFlags takes an empty set of CPUs"));

    TestHostFixture(LibvirtdPeer peer, String uri) {
        super(peer, uri, "test+tcp://localhost:PORT/default");
    }

    @Override
    public Set<Feature> features() {
        Set<Feature> features = EnumSet.of(
                Feature.DOMAIN_DEFINE,
                Feature.DOMAIN_CREATE_TRANSIENT,
                Feature.DOMAIN_SHUTDOWN,
                Feature.DOMAIN_REBOOT,
                Feature.DOMAIN_RESET,
                Feature.DOMAIN_SUSPEND,
                Feature.DOMAIN_AUTOSTART,
                Feature.DOMAIN_RENAME,
                Feature.DOMAIN_SET_MEMORY,
                Feature.DOMAIN_SET_MAX_MEMORY,
                Feature.DOMAIN_LIFECYCLE_ACTIONS,
                Feature.DOMAIN_CORE_DUMP,
                Feature.DOMAIN_SAVE,
                Feature.DOMAIN_MANAGED_SAVE,
                Feature.DOMAIN_VCPUS_LIVE,
                Feature.DOMAIN_VCPU_PIN,
                Feature.DOMAIN_SNAPSHOT,
                Feature.DOMAIN_SCREENSHOT,
                Feature.DOMAIN_SEND_KEY,
                Feature.DOMAIN_INJECT_NMI,
                Feature.DOMAIN_METADATA,
                Feature.DOMAIN_INTERFACE_ADDRESSES,
                Feature.SCHEDULER,
                Feature.STATS_BULK,
                Feature.NODE_CPU_STATS,
                Feature.NODE_FREE_CELLS,
                Feature.EVENTS,
                Feature.NETWORKS,
                Feature.STORAGE,
                Feature.NODE_DEVICES);
        // libvirt 9.0's test driver has none, that of 10.0 has.
        if (LibvirtdPeer.majorVersion() >= 10) {
            features.add(Feature.DOMAIN_CAPABILITIES);
        }
        return features;
    }

    @Override
    Map<String, String> ownDeviations() {
        return DEVIATIONS;
    }

    @Override
    Map<String, List<Refusal>> ownRefusals() {
        return REFUSALS;
    }

    /** It does everything at once, or never. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(3);
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        return HostXml.testGuest(name, uuid, "<type>hvm</type>");
    }

    @Override
    public Optional<String> nodeDeviceXml() {
        return Optional.of(HostXml.fibreChannelDevice());
    }
}
