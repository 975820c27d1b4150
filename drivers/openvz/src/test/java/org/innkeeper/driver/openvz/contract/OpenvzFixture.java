package org.innkeeper.driver.openvz.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.driver.openvz.VzSandbox;
import org.innkeeper.driver.tck.DriverFixture;

/** An OpenVZ host of its own for each test. */
final class OpenvzFixture implements DriverFixture {
    private final VzSandbox sandbox = new VzSandbox();
    private final List<DriverConnection> opened = new ArrayList<>();

    @Override
    public DriverConnection open() {
        return opened(sandbox.open());
    }

    private DriverConnection opened(DriverConnection connection) {
        opened.add(connection);
        return connection;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(
                Feature.DOMAIN_DEFINE,
                Feature.DOMAIN_SHUTDOWN,
                Feature.DOMAIN_REBOOT,
                Feature.DOMAIN_AUTOSTART,
                Feature.DOMAIN_RENAME,
                Feature.DOMAIN_SET_MEMORY,
                Feature.DOMAIN_SET_MAX_MEMORY,
                Feature.DOMAIN_VCPUS_LIVE,
                Feature.DOMAIN_VCPU_PIN,
                Feature.DOMAIN_SUSPEND,
                Feature.DOMAIN_SAVE,
                Feature.DOMAIN_MANAGED_SAVE,
                Feature.DOMAIN_CONSOLE,
                Feature.DOMAIN_INTERFACE_ADDRESSES,
                Feature.DOMAIN_METADATA,
                Feature.DOMAIN_CAPABILITIES,
                Feature.EVENTS,
                Feature.SCHEDULER,
                Feature.STATS_BULK,
                Feature.STATS_CPU,
                Feature.STATS_MEMORY,
                Feature.STATS_INTERFACE,
                Feature.NODE_CPU_STATS,
                Feature.NODE_MEMORY_STATS);
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        return """
            <domain type='openvz'>
              <name>%s</name>
              %s
              <memory unit='KiB'>524288</memory>
              <vcpu>2</vcpu>
              <os>
                <type>exe</type>
                <init>/sbin/init</init>
              </os>
              <devices>
                <filesystem type='template'>
                  <source name='%s'/>
                  <target dir='/'/>
                </filesystem>
                <interface type='bridge'>
                  <source bridge='br0'/>
                </interface>
              </devices>
            </domain>
            """
                .formatted(name, uuid == null ? "" : "<uuid>" + uuid + "</uuid>", VzSandbox.TEMPLATE);
    }

    @Override
    public boolean definitionIsTheRun() {
        return true;
    }

    @Override
    public boolean hasGraphics() {
        return false;
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
    public Optional<DriverConnection> slow() {
        return Optional.of(opened(sandbox.open("slow", OpenOptions.asReadOnly())));
    }

    @Override
    public void close() {
        opened.forEach(DriverConnection::close);
        sandbox.close();
    }
}
