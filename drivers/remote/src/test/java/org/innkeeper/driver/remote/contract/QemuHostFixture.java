package org.innkeeper.driver.remote.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;

/** QEMU guests without an operating system, behind a libvirtd; moved to a second one. */
final class QemuHostFixture extends RemoteFixture {
    private static final Map<String, String> DEVIATIONS = Map.ofEntries(
            Map.entry(
                    "JobContract.cancellingTheCallEndsTheJob",
                    "a guest without an operating system is saved before its job can be seen"),
            Map.entry(
                    "JobContract.runningJobTellsHowFarItIsAndCanBeAborted",
                    "a guest without an operating system is saved before its job can be seen"),
            Map.entry(
                    "ConnectionContract.whatNamesNothingFailsWithTheOneException",
                    "a migration without a definition is an internal error"),
            Map.entry("ConsoleContract.addressesBelongToInterfaces", "an unknown source is refused with another code"),
            Map.entry("ConsoleContract.consoleNeedsARunAndADevice", "an unknown device is an internal error"),
            Map.entry(
                    "DeviceContract.bothDefinitionsCanChangeAtOnce",
                    "a guest without an operating system does not let go of a device"),
            Map.entry(
                    "DeviceContract.diskOfARunningGuestComesAndGoes",
                    "a guest without an operating system does not let go of a device"),
            Map.entry(
                    "DeviceContract.interfaceGoesByItsMacAddress",
                    "a guest without an operating system does not let go of a device"),
            Map.entry(
                    "DomainContract.brokenXmlIsRefusedWithItsPlace",
                    "a document without a name is told before one with entities"),
            Map.entry("DomainContract.nameOrUuidOfAnotherDomainIsTaken", "a taken name is refused with another code"),
            Map.entry("DomainContract.redefiningARunningDomainIsSeenLater", "whether a definition changed is not told"),
            Map.entry(
                    "MigrationContract.targetWantsADefinition",
                    "a migration without a definition is an internal error"),
            Map.entry(
                    "NetworkContract.leasesAreOnlyToldWhileActive",
                    "a stopped network has no leases, which is no error"),
            Map.entry("NodeContract.cellsTellTheirFreeMemory", "a cell that is not there is an internal error"),
            Map.entry(
                    "SchedulerContract.parametersCanBeSetToWhatTheyAreAndToMore",
                    "the daemon of the tests runs without control groups"),
            Map.entry(
                    "SchedulerContract.typeTellsHowManyParametersThereAre",
                    "the daemon of the tests runs without control groups"),
            Map.entry(
                    "SchedulerContract.unknownFlagsAreRefused", "the daemon of the tests runs without control groups"),
            Map.entry(
                    "SchedulerContract.wrongParametersChangeNothing",
                    "the daemon of the tests runs without control groups"),
            Map.entry("SecretContract.usageBelongsToOneSecret", "a taken usage is an internal error"),
            Map.entry(
                    "StatisticsContract.inactiveDomainsHaveNoCounters",
                    "without control groups an inactive guest has CPU time"),
            Map.entry(
                    "StorageContract.transientPoolIsGoneWhenItStops",
                    "a transient pool cannot start with the host, which is an internal error"),
            Map.entry("StorageContract.unknownFlagsAreRefused", "the state of a pool is looked at before the flags"),
            Map.entry(
                    "StorageContract.volumeNameMustNotLeaveThePool",
                    "a name with a slash is refused with another code"),
            Map.entry(
                    "VolumeStreamContract.rangesOutsideTheVolumeAreRefused",
                    "a stream may begin behind the end of a volume"));

    private final String format;
    private final String diskElements;

    /**
     * @param format of the disks
     * @param diskElements more elements of a disk
     */
    QemuHostFixture(LibvirtdPeer peer, String format, String diskElements) {
        super(peer, peer.unix("qemu", "/system"), "qemu+tcp://localhost:PORT/system");
        this.format = format;
        this.diskElements = diskElements;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public Map<String, String> deviations() {
        return DEVIATIONS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(40);
    }

    private String image() {
        String image = file(UUID.randomUUID() + "." + format).toString();
        try {
            int result = new ProcessBuilder("qemu-img", "create", "-q", "-f", format, image, "8M")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("qemu-img failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return image;
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        return """
            <domain type='qemu'>
              <name>%s</name>
              %s
              <memory unit='MiB'>32</memory>
              <vcpu>2</vcpu>
              <os><type arch='x86_64' machine='pc'>hvm</type></os>
              <features><acpi/></features>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='%s' cache='none'/>
                  <source file='%s'/>
                  <target dev='vda' bus='virtio'/>
                  %s
                </disk>
                <controller type='usb' model='none'/>
                <interface type='user'><model type='virtio'/></interface>
                <serial type='pty'/>
                <graphics type='vnc' autoport='yes' passwd='secret'/>
                <video><model type='vga'/></video>
                <memballoon model='virtio'/>
              </devices>
            </domain>
            """
                .formatted(name, uuid == null ? "" : "<uuid>" + uuid + "</uuid>", format, image(), diskElements);
    }

    @Override
    public Optional<String> extraDiskXml() {
        return Optional.of("<disk type='file' device='disk'><driver name='qemu' type='" + format + "'/><source file='"
                + image() + "'/><target dev='vdb' bus='virtio'/></disk>");
    }

    @Override
    public Optional<String> extraInterfaceXml(String mac) {
        return Optional.of("<interface type='user'><mac address='" + mac + "'/><model type='virtio'/></interface>");
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
    public Optional<DriverConnection> migrationTarget() {
        return Optional.of(open(LibvirtdPeer.second().unix("qemu", "/system")));
    }
}
