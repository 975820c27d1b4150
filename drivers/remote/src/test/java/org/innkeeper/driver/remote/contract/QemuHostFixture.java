package org.innkeeper.driver.remote.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Assumptions;

/** QEMU guests without an operating system, behind a libvirtd; moved to a second one. */
class QemuHostFixture extends RemoteFixture {
    private static final Map<String, String> DEVIATIONS = Map.ofEntries(Map.entry(
            "StatisticsContract.inactiveDomainsHaveNoCounters",
            "qemuDomainGetStatsCpu tells the daemon's own CPU time of a guest that is off, whose process is 0"));

    private static final Map<String, List<Refusal>> REFUSALS = Map.ofEntries(
            refusal(
                    "ConnectionContract.whatNamesNothingFailsWithTheOneException",
                    ErrorCode.INVALID_ARG,
                    ErrorCode.INTERNAL_ERROR,
                    "virConnectFindStoragePoolSources says VIR_ERR_INTERNAL_ERROR for a kind of pool nobody knows"),
            refusal(
                    "ConsoleContract.consoleNeedsARunAndADevice",
                    ErrorCode.DEVICE_MISSING,
                    ErrorCode.INTERNAL_ERROR,
                    "qemuDomainOpenConsole says VIR_ERR_INTERNAL_ERROR for a device that is not there"),
            refusal(
                    "NetworkContract.leasesAreOnlyToldWhileActive",
                    ErrorCode.OPERATION_INVALID,
                    null,
                    "networkGetDHCPLeases tells of no leases where a network is off"),
            refusal(
                    "NodeContract.cellsTellTheirFreeMemory",
                    ErrorCode.INVALID_ARG,
                    ErrorCode.INTERNAL_ERROR,
                    "virHostMemGetCellsFree says VIR_ERR_INTERNAL_ERROR for a cell that is not there"),
            refusal(
                    "SecretContract.usageBelongsToOneSecret",
                    ErrorCode.OPERATION_FAILED,
                    ErrorCode.INTERNAL_ERROR,
                    "virSecretObjListAdd says VIR_ERR_INTERNAL_ERROR for a taken usage"),
            refusal(
                    "StorageContract.transientPoolIsGoneWhenItStops",
                    ErrorCode.OPERATION_INVALID,
                    ErrorCode.INTERNAL_ERROR,
                    "storagePoolSetAutostart says VIR_ERR_INTERNAL_ERROR for a pool that is not defined"),
            refusal(
                    "StorageContract.volumeNameMustNotLeaveThePool",
                    ErrorCode.XML_ERROR,
                    ErrorCode.OPERATION_INVALID,
                    "a volume name with a slash is VIR_ERR_OPERATION_INVALID"),
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

    /** With guests of the usual kind, reached in some way. */
    QemuHostFixture(LibvirtdPeer peer, String uri) {
        this(peer, uri, "qcow2", "");
    }

    /**
     * Over the socket of the daemon.
     *
     * @param format of the disks
     * @param diskElements more elements of a disk
     */
    QemuHostFixture(LibvirtdPeer peer, String format, String diskElements) {
        this(peer, peer.unix("qemu", "/system"), format, diskElements);
    }

    private QemuHostFixture(LibvirtdPeer peer, String uri, String format, String diskElements) {
        super(peer, uri, "qemu+tcp://localhost:PORT/system");
        this.format = format;
        this.diskElements = diskElements;
    }

    /** Skips a test, visibly, where there is no QEMU. */
    static void need() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "no QEMU to run: qemu-system-x86_64 is not installed");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    Map<String, String> ownDeviations() {
        return DEVIATIONS;
    }

    @Override
    Map<String, List<Refusal>> ownRefusals() {
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
