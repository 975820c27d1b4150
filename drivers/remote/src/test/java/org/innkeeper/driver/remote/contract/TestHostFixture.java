package org.innkeeper.driver.remote.contract;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;

/** libvirt's own test hypervisor; its state begins anew when the last connection to it ends. */
final class TestHostFixture extends RemoteFixture {
    private static final Map<String, String> DEVIATIONS = Map.ofEntries(
            Map.entry("ConsoleContract.addressesBelongToInterfaces", "an unknown source is refused with another code"),
            Map.entry("ConsoleContract.screenIsAPicture", "an inactive guest has a screen too"),
            Map.entry(
                    "DomainContract.brokenXmlIsRefusedWithItsPlace",
                    "a document without a name is told before one with entities"),
            Map.entry("DomainContract.definedDomainIsThereAndInactive", "the CPU time of a guest is the time of day"),
            Map.entry("DomainContract.nameOrUuidOfAnotherDomainIsTaken", "a taken name is refused with another code"),
            Map.entry("DomainContract.redefiningARunningDomainIsSeenLater", "whether a definition changed is not told"),
            Map.entry("DomainContract.transientDomainCanBeStartedPaused", "guests are never started paused"),
            Map.entry("DomainContract.transientDomainIsGoneWhenItStops", "a transient guest may start with the host"),
            Map.entry("LifecycleContract.startGivesANewIdEachTime", "starting twice is an internal error"),
            Map.entry("LifecycleContract.startedPausedItWaitsToBeResumed", "guests are never started paused"),
            Map.entry(
                    "LifecycleContract.whatNeedsARunIsInvalidWithoutOne",
                    "stopping what does not run is an internal error"),
            Map.entry("NetworkContract.leasesAreOnlyToldWhileActive", "there are no leases"),
            Map.entry("NetworkContract.lifeOfANetwork", "stopping a stopped network is no error"),
            Map.entry(
                    "NetworkContract.partOfADefinitionCanBeChanged",
                    "the stored definition of a network cannot be asked for"),
            Map.entry(
                    "NetworkContract.transientNetworkIsGoneWhenItStops", "a transient network may start with the host"),
            Map.entry(
                    "NetworkContract.undefiningAnActiveNetworkMakesItTransient",
                    "an active network cannot be undefined"),
            Map.entry("NodeContract.cpuTimeGoesForward", "the CPU time of the host stands still"),
            Map.entry("SaveContract.coreDumpCanEndTheRun", "there are no dumps of memory alone"),
            Map.entry("SaveContract.coreDumpLeavesTheGuestRunning", "there are no dumps of memory alone"),
            Map.entry("SaveContract.guestCanBeLeftPausedWhenRestored", "a guest cannot be saved to be paused later"),
            Map.entry(
                    "SaveContract.managedSaveCanBeThrownAwayAtStart",
                    "a managed save cannot be thrown away by starting"),
            Map.entry("SaveContract.savedFileTellsItsDefinition", "passwords are in the definition of a saved file"),
            Map.entry("SchedulerContract.parametersCanBeSetToWhatTheyAreAndToMore", "parameters are never changed"),
            Map.entry(
                    "SchedulerContract.wrongParametersChangeNothing",
                    "an unknown parameter is refused with another code"),
            Map.entry("SnapshotContract.revertingCanStartTheGuest", "reverting to a stopped guest does not pause it"),
            Map.entry("StorageContract.takenVolumeNameIsRefused", "a taken name is refused with another code"),
            Map.entry("StorageContract.transientPoolIsGoneWhenItStops", "a transient pool cannot be built"),
            Map.entry("StorageContract.unknownFlagsAreRefused", "there is no resizing"),
            Map.entry("StorageContract.volumeNameMustNotLeaveThePool", "volumes are names only"),
            Map.entry("StorageContract.volumesCanGrowAndShrinkOnlyWhenAllowed", "there is no resizing"),
            Map.entry("VcpuContract.storedBindingIsInTheXml", "stored bindings cannot be changed"),
            Map.entry("VcpuContract.unknownFlagsAreRefused", "flags of stored bindings are not looked at"),
            Map.entry("VcpuContract.vcpuCanBeBoundToACpu", "an empty set of CPUs is accepted"));

    TestHostFixture(LibvirtdPeer peer, String uri) {
        super(peer, uri, "test+tcp://localhost:PORT/default");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(
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
    }

    @Override
    public Map<String, String> deviations() {
        return DEVIATIONS;
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        return """
            <domain type='test'>
              <name>%s</name>
              %s
              <memory unit='KiB'>524288</memory>
              <vcpu>2</vcpu>
              <os>
                <type>hvm</type>
              </os>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/guest/%s.img'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <interface type='network'>
                  <source network='default'/>
                </interface>
                <console type='pty'/>
                <graphics type='vnc' port='-1' passwd='secret'/>
              </devices>
            </domain>
            """
                .formatted(name, uuid == null ? "" : "<uuid>" + uuid + "</uuid>", name);
    }

    @Override
    public String networkXml(String name, UUID uuid) {
        return """
            <network>
              <name>%s</name>
              <uuid>%s</uuid>
              <bridge name='tckbr0'/>
              <ip address='192.168.150.1' netmask='255.255.255.0'>
                <dhcp>
                  <range start='192.168.150.2' end='192.168.150.100'/>
                </dhcp>
              </ip>
            </network>
            """
                .formatted(name, uuid);
    }

    @Override
    public Optional<String> nodeDeviceXml() {
        return Optional.of("<device><parent>scsi_host1</parent><capability type='scsi_host'>"
                + "<capability type='fc_host'><wwnn>2000000000000001</wwnn><wwpn>2000000000000002</wwpn></capability>"
                + "</capability></device>");
    }
}
