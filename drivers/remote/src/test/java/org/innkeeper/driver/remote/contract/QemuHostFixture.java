package org.innkeeper.driver.remote.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.HostXml;

/** QEMU guests without an operating system, behind a libvirtd; moved to a second one. */
class QemuHostFixture extends RemoteFixture {
    private static final Map<String, String> DEVIATIONS = Map.ofEntries(
            Map.entry(
                    "DomainContract.redefinedRunningDomainIsUpdated",
                    "virDomainIsUpdated stays 0 when a running guest is defined anew, in libvirt's own client too"),
            Map.entry(
                    "StatisticsContract.inactiveDomainsHaveNoCounters",
                    "qemuDomainGetStatsCpu tells the daemon's own CPU time of a guest that is off, whose process is 0"));

    private static final Map<String, List<Refusal>> REFUSALS = Map.ofEntries(
            Map.entry(
                    "ConnectionContract.whatNamesNothingFailsWithTheOneException",
                    List.of(
                            new Refusal(
                                    ErrorCode.INVALID_ARG,
                                    ErrorCode.INTERNAL_ERROR,
                                    "virConnectFindStoragePoolSources says VIR_ERR_INTERNAL_ERROR for a kind of pool nobody knows"))),
            Map.entry(
                    "ConsoleContract.addressesBelongToInterfaces",
                    List.of(new Refusal(
                            ErrorCode.INVALID_ARG,
                            ErrorCode.ARGUMENT_UNSUPPORTED,
                            "a source of addresses nobody knows is VIR_ERR_ARGUMENT_UNSUPPORTED"))),
            Map.entry(
                    "ConsoleContract.consoleNeedsARunAndADevice",
                    List.of(new Refusal(
                            ErrorCode.DEVICE_MISSING,
                            ErrorCode.INTERNAL_ERROR,
                            "qemuDomainOpenConsole says VIR_ERR_INTERNAL_ERROR for a device that is not there"))),
            Map.entry(
                    "DomainContract.brokenXmlIsRefusedWithItsPlace",
                    List.of(new Refusal(
                            ErrorCode.XML_DETAIL,
                            ErrorCode.NO_NAME,
                            "libvirt takes a document type, and misses the name then"))),
            Map.entry(
                    "DomainContract.nameOrUuidOfAnotherDomainIsTaken",
                    List.of(new Refusal(
                            ErrorCode.DOM_EXIST,
                            ErrorCode.OPERATION_FAILED,
                            "virDomainObjListAdd says VIR_ERR_OPERATION_FAILED for a taken name or UUID"))),
            Map.entry(
                    "NetworkContract.leasesAreOnlyToldWhileActive",
                    List.of(new Refusal(
                            ErrorCode.OPERATION_INVALID,
                            null,
                            "networkGetDHCPLeases tells of no leases where a network is off"))),
            Map.entry(
                    "NodeContract.cellsTellTheirFreeMemory",
                    List.of(new Refusal(
                            ErrorCode.INVALID_ARG,
                            ErrorCode.INTERNAL_ERROR,
                            "virHostMemGetCellsFree says VIR_ERR_INTERNAL_ERROR for a cell that is not there"))),
            Map.entry(
                    "SecretContract.usageBelongsToOneSecret",
                    List.of(new Refusal(
                            ErrorCode.OPERATION_FAILED,
                            ErrorCode.INTERNAL_ERROR,
                            "virSecretObjListAdd says VIR_ERR_INTERNAL_ERROR for a taken usage"))),
            Map.entry(
                    "SchedulerContract.wrongParametersChangeNothing",
                    List.of(new Refusal(
                            ErrorCode.INVALID_ARG,
                            ErrorCode.ARGUMENT_UNSUPPORTED,
                            "virTypedParamsValidate says VIR_ERR_ARGUMENT_UNSUPPORTED for a name nobody knows"))),
            Map.entry(
                    "StorageContract.transientPoolIsGoneWhenItStops",
                    List.of(new Refusal(
                            ErrorCode.OPERATION_INVALID,
                            ErrorCode.INTERNAL_ERROR,
                            "storagePoolSetAutostart says VIR_ERR_INTERNAL_ERROR for a pool that is not defined"))),
            Map.entry(
                    "StorageContract.volumeNameMustNotLeaveThePool",
                    List.of(new Refusal(
                            ErrorCode.XML_ERROR,
                            ErrorCode.OPERATION_INVALID,
                            "a volume name with a slash is VIR_ERR_OPERATION_INVALID"))),
            Map.entry(
                    "VolumeStreamContract.rangesOutsideTheVolumeAreRefused",
                    List.of(
                            new Refusal(
                                    ErrorCode.INVALID_ARG,
                                    ErrorCode.SYSTEM_ERROR,
                                    "virStorageVolUpload takes a negative place for a large one, and says VIR_ERR_SYSTEM_ERROR"),
                            new Refusal(
                                    ErrorCode.INVALID_ARG,
                                    null,
                                    "virStorageVolDownload and virStorageVolUpload open a stream for any range"))));

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
    public Map<String, List<Refusal>> refusals() {
        return REFUSALS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(40);
    }

    /** Memory of a guest. */
    int mebibytes() {
        return 32;
    }

    /** What a guest boots, as elements of its os element: nothing, its firmware runs and finds nothing. */
    String bootXml() {
        return "";
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
              <memory unit='MiB'>%d</memory>
              <vcpu>2</vcpu>
              <os><type arch='x86_64' machine='pc'>hvm</type>%s</os>
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
                .formatted(name, HostXml.uuid(uuid), mebibytes(), bootXml(), format, image(), diskElements);
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
    public Optional<DriverConnection> migrationTarget() {
        return Optional.of(open(LibvirtdPeer.second().unix("qemu", "/system")));
    }
}
