package org.innkeeper.driver.xen.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.part.DeviceCounters;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** Statistics: one look at all domains and one at all counters, however many domains there are. */
final class XenStatisticsFacet extends XenFacet implements StatisticsFacet {
    private static final long OPTIONS =
            StatsGroups.GET_ALL_STATS_NOWAIT | StatsGroups.GET_ALL_STATS_BACKING | StatsGroups.ENFORCE;

    private final Definitions definitions;
    private final VcpuTimes vcpus;

    XenStatisticsFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
        vcpus = new VcpuTimes(parts);
    }

    @Override
    public List<DomainStats> allStats(CallContext context, List<DomainRef> domains, long groups, long flags) {
        return gate.call(context, "domain.stats", () -> {
            StatsGroups.check("domain.stats", flags, DomainFlags.LIST_ALL | OPTIONS);
            long asked = groups & ~StatsGroups.ENFORCE;
            long missing = asked & ~StatsReader.GROUPS;
            if (((flags | groups) & StatsGroups.ENFORCE) != 0 && missing != 0) {
                throw Definitions.problem(
                        ErrorCode.ARGUMENT_UNSUPPORTED,
                        "The statistics 0x" + Long.toHexString(missing) + " are not known of Xen's domains");
            }
            List<DomainRecord> chosen = chosen(context, domains, flags & DomainFlags.LIST_ALL);
            StatsReader reader = new StatsReader(asked == 0 ? StatsReader.GROUPS : asked);
            Map<Integer, DeviceCounters> counters = reader.wantsCounters() ? counters(context, chosen) : Map.of();
            boolean withDisks = reader.wantsDisks() && parts.can(context, XenFunction.LIVE_DEFINITION);
            boolean explicit = (asked & StatsGroups.VCPU) != 0;
            Map<Integer, List<VcpuInfo>> times =
                    reader.wantsVcpus() ? vcpus.of(context, chosen, explicit, !domains.isEmpty()) : Map.of();
            return chosen.stream()
                    .map(domain -> sample(
                            context,
                            reader,
                            domain,
                            counters.getOrDefault(domain.id(), DeviceCounters.NONE),
                            times.getOrDefault(domain.id(), List.of()),
                            withDisks))
                    .toList();
        });
    }

    private List<DomainRecord> chosen(CallContext context, List<DomainRef> domains, long flags) {
        DomainFilter filter = new DomainFilter(flags);
        List<DomainRecord> matching = new ArrayList<>(inventory.all(context));
        xen.disks().keepOnly(matching.stream().map(DomainRecord::id).collect(Collectors.toSet()));
        matching.removeIf(
                domain -> !filter.accepts(domain, () -> startsWithHost(context, domain), () -> isSaved(domain)));
        if (domains.isEmpty()) {
            return matching;
        }
        Map<UUID, DomainRecord> byUuid =
                matching.stream().collect(Collectors.toMap(DomainRecord::uuid, Function.identity()));
        return domains.stream()
                .map(domain -> byUuid.get(domain.uuid()))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean startsWithHost(CallContext context, DomainRecord domain) {
        return Boolean.TRUE.equals(domain.stored())
                && parts.ask(context, XenFunction.AUTOSTART, part -> part.autostart(context, domain.key()));
    }

    private Map<Integer, DeviceCounters> counters(CallContext context, List<DomainRecord> domains) {
        Set<Integer> ids = domains.stream()
                .filter(DomainRecord::active)
                .map(DomainRecord::id)
                .collect(Collectors.toSet());
        if (ids.isEmpty() || !parts.can(context, XenFunction.COUNTERS)) {
            return Map.of();
        }
        return parts.ask(context, XenFunction.COUNTERS, part -> part.counters(context, ids));
    }

    private DomainStats sample(
            CallContext context,
            StatsReader reader,
            DomainRecord domain,
            DeviceCounters counters,
            List<VcpuInfo> times,
            boolean withDisks) {
        boolean disks = withDisks && !counters.disks().isEmpty();
        return reader.sample(domain, counters, times, disks ? disks(context, domain) : Map.of());
    }

    private Map<String, GuestDisk> disks(CallContext context, DomainRecord domain) {
        try {
            return xen.disks().of(domain.id(), () -> definitions.live(context, domain.key(), false));
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                return Map.of();
            }
            throw e;
        }
    }

    private DeviceCounters counters(CallContext context, DomainRecord domain) {
        int id = active(domain).id();
        return parts.ask(context, XenFunction.COUNTERS, part -> part.counters(context, Set.of(id)))
                .getOrDefault(id, DeviceCounters.NONE);
    }

    @Override
    public BlockStats blockStats(CallContext context, DomainRef domain, String disk) {
        return read(context, "domain.blockStats", domain, record -> {
            Map<String, BlockStats> all = counters(context, record).disks();
            if (disk.isEmpty()) {
                return all.values().stream().reduce(new BlockStats(0, 0, 0, 0, 0), XenStatisticsFacet::sum);
            }
            BlockStats found = all.get(disk);
            if (found == null) {
                found = all.get(disk(context, record, disk).target());
            }
            if (found == null) {
                throw noDevice(record, "counters of the disk", disk);
            }
            return found;
        });
    }

    private static BlockStats sum(BlockStats one, BlockStats other) {
        return new BlockStats(
                add(one.readRequests(), other.readRequests()),
                add(one.readBytes(), other.readBytes()),
                add(one.writeRequests(), other.writeRequests()),
                add(one.writeBytes(), other.writeBytes()),
                add(one.errors(), other.errors()));
    }

    /** What one cannot tell nobody knows of all. */
    private static long add(long one, long other) {
        return one < 0 || other < 0 ? -1 : one + other;
    }

    private static InnkeeperException noDevice(DomainRecord domain, String what, String device) {
        return PartErrors.invalidArgument("Domain '" + domain.name() + "' has no " + what + " '" + device + "'");
    }

    @Override
    public InterfaceStats interfaceStats(CallContext context, DomainRef domain, String device) {
        return read(context, "domain.interfaceStats", domain, record -> {
            Map<String, InterfaceStats> all = counters(context, record).interfaces();
            InterfaceStats found = all.get(device);
            if (found == null) {
                found = all.get(hostName(context, record, device));
            }
            if (found == null) {
                throw noDevice(record, "interface", device);
            }
            return found;
        });
    }

    /** The name on the host of the interface with a MAC address. */
    private String hostName(CallContext context, DomainRecord domain, String mac) {
        XmlElement live = definitions.live(context, domain.key(), false);
        return Elements.devices(live, "interface").stream()
                .filter(card -> mac.equalsIgnoreCase(Elements.attributeAt(card, "mac", "address")))
                .map(card -> Elements.attributeAt(card, "target", "dev"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<TypedParameter> memoryStats(CallContext context, DomainRef domain) {
        return read(context, "domain.memoryStats", domain, record -> {
            List<TypedParameter> values = new ArrayList<>();
            StatsReader.memory(active(record), "", values);
            return values;
        });
    }

    @Override
    public BlockInfo blockInfo(CallContext context, DomainRef domain, String disk) {
        return readWhole(context, "domain.blockInfo", domain, record -> {
            GuestDisk found = disk(context, record, disk);
            return DiskSizes.size(found)
                    .orElseThrow(() -> Definitions.problem(
                            ErrorCode.OPERATION_UNSUPPORTED,
                            "The size of '" + disk + "' cannot be told: it is no raw image or device of this machine"));
        });
    }

    private GuestDisk disk(CallContext context, DomainRecord domain, String name) {
        XmlElement definition = domain.active()
                ? definitions.live(context, domain.key(), false)
                : definitions.stored(context, domain.key(), false);
        return new DomainView(definition, Dialect.LIBVIRT_3)
                .disks().stream()
                        .filter(disk -> name.equals(disk.target()) || name.equals(disk.source()))
                        .findFirst()
                        .orElseThrow(() -> noDevice(domain, "disk", name));
    }
}
