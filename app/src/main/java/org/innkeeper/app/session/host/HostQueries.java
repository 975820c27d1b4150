package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.app.session.VolumeSummary;
import org.innkeeper.core.api.AddressSource;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.Network;
import org.innkeeper.core.api.Node;
import org.innkeeper.core.api.StoragePool;
import org.innkeeper.core.api.StorageVolume;
import org.innkeeper.core.api.flag.NetworkFilter;
import org.innkeeper.core.api.flag.PoolFilter;
import org.innkeeper.core.api.flag.PoolXmlFlag;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** What is asked about a host and its guests now and then. Each method blocks and belongs on a lane. */
final class HostQueries {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HostCore core;
    private final GuestCommands guests;

    HostQueries(HostCore core, GuestCommands guests) {
        this.core = core;
        this.guests = guests;
    }

    HostDetails hostDetails() {
        CallContext call = CallContext.within(LIMIT);
        Connection connection = core.connected();
        Node node = connection.node();
        NodeInfo info = node.info(call);
        return new HostDetails(
                node.type(call),
                version(node.version(call)),
                node.hostname(call),
                info,
                maxVcpus(node, call),
                node.capabilities(call),
                version(orElse(0L, () -> node.libraryVersion(call))),
                connection.providerId(),
                connection.isSecure(),
                connection.isEncrypted(),
                connection.peer(),
                orElse(List.of(), () -> node.cellsFreeMemory(call, 0, info.nodes())));
    }

    private static int maxVcpus(Node node, CallContext call) {
        return orElse(-1, () -> node.maxVcpus(call, null));
    }

    /** What the driver tells, or something else where it does not have the function. */
    private static <T> T orElse(T otherwise, Supplier<T> call) {
        try {
            return call.get();
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return otherwise;
            }
            throw e;
        }
    }

    private static String version(long number) {
        return number <= 0 ? "" : number / 1_000_000 + "." + number / 1000 % 1000 + "." + number % 1000;
    }

    String domainCapabilities(String emulator, String arch, String machine, String type) {
        return core.connected().node().domainCapabilities(CallContext.within(LIMIT), emulator, arch, machine, type);
    }

    List<String> networks() {
        Connection connection = core.connected();
        if (!connection.supports(Feature.NETWORKS)) {
            return List.of();
        }
        return connection.networks().list(CallContext.within(LIMIT), EnumSet.of(NetworkFilter.ACTIVE)).stream()
                .map(Network::name)
                .sorted()
                .toList();
    }

    List<PoolSummary> pools() {
        Connection connection = core.connected();
        if (!connection.supports(Feature.STORAGE)) {
            return List.of();
        }
        CallContext call = CallContext.within(LIMIT);
        List<PoolSummary> pools = new ArrayList<>();
        for (StoragePool pool : connection.storage().list(call, EnumSet.noneOf(PoolFilter.class))) {
            pools.add(pool(call, pool));
        }
        pools.sort(Comparator.comparing(PoolSummary::name));
        return pools;
    }

    private static PoolSummary pool(CallContext call, StoragePool pool) {
        boolean active = pool.isActive(call);
        List<VolumeSummary> volumes = new ArrayList<>();
        if (active) {
            for (StorageVolume volume : pool.volumes(call)) {
                VolumeInfo info = volume.info(call);
                volumes.add(new VolumeSummary(volume.name(), volume.path(call), info.capacity(), info.allocation()));
            }
            volumes.sort(Comparator.comparing(VolumeSummary::name));
        }
        long available = active ? pool.info(call).available() : -1;
        return new PoolSummary(pool.name(), pool.uuid(), active, path(call, pool), available, volumes);
    }

    private static String path(CallContext call, StoragePool pool) {
        XmlElement target =
                XmlDocument.parse(pool.xml(call, Set.<PoolXmlFlag>of())).root().element("target");
        XmlElement path = target == null ? null : target.element("path");
        return path == null ? null : path.text().strip();
    }

    Screenshot screenshot(UUID guest) {
        CallContext call = CallContext.within(LIMIT);
        return guests.domain(core.connected(), call, guest).console().screenshot(call, 0);
    }

    /** From the first source that knows any: the network's leases, then the guest's agent. */
    List<InterfaceAddress> addresses(UUID guest) {
        CallContext call = CallContext.within(LIMIT);
        Domain domain = guests.domain(core.connected(), call, guest);
        try {
            List<InterfaceAddress> leases = domain.console().interfaceAddresses(call, AddressSource.LEASE);
            if (!leases.isEmpty()) {
                return leases;
            }
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_SUPPORT && e.code() != ErrorCode.ARGUMENT_UNSUPPORTED) {
                throw e;
            }
        }
        return domain.console().interfaceAddresses(call, AddressSource.AGENT);
    }
}
