package org.innkeeper.driver.xen.contract;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.xen.host.HostFacts;
import org.innkeeper.driver.xen.standin.XenSandbox;

/** A host of today for each test: a stand-in for the xl of Xen 4.17, guests' files in {@code /etc/xen}. */
final class XlFixture implements DriverFixture {
    private static final Map<String, String> DEVIATIONS = Map.of(
            "LifecycleContract.maximumMemoryOfAnInactiveDomainCanBeChanged", "Xen changes the most memory of a run too",
            "LifecycleContract.rebootKeepsTheRun", "a domain of Xen that reboots is a new run",
            "LifecycleContract.resetKeepsTheRun", "Xen cannot reset a paravirtualised guest");

    private final XenSandbox sandbox;
    private final boolean hasStore;
    private XenSandbox neighbour;

    private XlFixture(XenSandbox sandbox, boolean hasStore) {
        this.sandbox = sandbox;
        this.hasStore = hasStore;
    }

    /** xl alone. */
    static XlFixture alone() {
        return new XlFixture(XenSandbox.withXl(), false);
    }

    /** xl and a true xenstored. */
    static XlFixture withStore() {
        return new XlFixture(XenSandbox.withXl().withStore(), true);
    }

    /** xl on a Xen that was started with another scheduler. */
    static XlFixture scheduledBy(String scheduler) {
        XlFixture fixture = alone();
        fixture.sandbox.xl().host().schedule(scheduler);
        return fixture;
    }

    @Override
    public DriverConnection open() {
        return sandbox.open();
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
                Feature.DOMAIN_CORE_DUMP,
                Feature.DOMAIN_SAVE,
                Feature.DOMAIN_METADATA,
                Feature.DOMAIN_CAPABILITIES,
                Feature.DOMAIN_MANAGED_SAVE,
                Feature.DOMAIN_VCPUS_LIVE,
                Feature.DOMAIN_VCPU_PIN,
                Feature.DOMAIN_ATTACH,
                Feature.DOMAIN_UPDATE_DEVICE,
                Feature.SCHEDULER,
                Feature.MIGRATION,
                Feature.STATS_BULK,
                Feature.STATS_CPU,
                Feature.STATS_MEMORY,
                Feature.STATS_VCPU,
                Feature.STATS_BLOCK,
                Feature.STATS_INTERFACE,
                Feature.NODE_MEMORY_STATS,
                Feature.NODE_FREE_CELLS,
                Feature.EVENTS);
        if (hasStore) {
            features.add(Feature.DOMAIN_CONSOLE);
        }
        return features;
    }

    @Override
    public Map<String, String> deviations() {
        return DEVIATIONS;
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        return """
            <domain type='xen'>
              <name>%s</name>
              %s
              <memory unit='KiB'>262144</memory>
              <vcpu>2</vcpu>
              <bootloader>/usr/bin/pygrub</bootloader>
              <os>
                <type>linux</type>
              </os>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='raw'/>
                  <source file='%s'/>
                  <target dev='xvda' bus='xen'/>
                </disk>
                <interface type='bridge'>
                  <mac address='00:16:3e:00:00:01'/>
                  <source bridge='xenbr0'/>
                </interface>
                <graphics type='vnc' port='-1' autoport='yes' passwd='secret'/>
              </devices>
            </domain>
            """
                .formatted(name, uuid == null ? "" : "<uuid>" + uuid + "</uuid>", sandbox.path("disk.img"));
    }

    @Override
    public String diskTarget() {
        return "xvda";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean guestReacts() {
        return true;
    }

    @Override
    public String hostPath(String name) {
        return sandbox.path(name).toString();
    }

    @Override
    public Optional<String> extraDiskXml() {
        return Optional.of("<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='"
                + sandbox.path("disk.img") + "'/><target dev='xvdb' bus='xen'/></disk>");
    }

    @Override
    public Optional<String> extraInterfaceXml(String mac) {
        return Optional.of(
                "<interface type='bridge'><mac address='" + mac + "'/><source bridge='xenbr0'/></interface>");
    }

    @Override
    public Optional<DriverConnection> slow() {
        DriverConnection connection = sandbox.open();
        sandbox.xl().delay(5_000);
        return Optional.of(connection);
    }

    /** The host its name leads to is this machine, but another xl. */
    @Override
    public Optional<DriverConnection> migrationTarget() {
        neighbour = XenSandbox.withXl();
        sandbox.xl().host().knows(HostFacts.hostname(), neighbour.xl().host());
        return Optional.of(neighbour.open());
    }

    @Override
    public void close() {
        sandbox.close();
        if (neighbour != null) {
            neighbour.close();
        }
    }
}
