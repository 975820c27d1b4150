package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.test.host.DiskFacts;
import org.innkeeper.driver.test.host.DomainFacts;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.StatsReader;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** Statistics of guests in memory. */
final class TestStatisticsFacet extends HostFacet implements StatisticsFacet {
    private static final long FILTERS = DomainFlags.LIST_ACTIVE
            | DomainFlags.LIST_INACTIVE
            | DomainFlags.LIST_PERSISTENT
            | DomainFlags.LIST_TRANSIENT
            | DomainFlags.LIST_RUNNING
            | DomainFlags.LIST_PAUSED
            | DomainFlags.LIST_SHUTOFF
            | DomainFlags.LIST_OTHER;
    private static final long OPTIONS =
            StatsGroups.GET_ALL_STATS_NOWAIT | StatsGroups.GET_ALL_STATS_BACKING | StatsGroups.ENFORCE;

    TestStatisticsFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<DomainStats> allStats(CallContext context, List<DomainRef> domains, long groups, long flags) {
        StatsGroups.check("domain.stats", flags, FILTERS | OPTIONS);
        boolean enforce = ((flags | groups) & StatsGroups.ENFORCE) != 0;
        long asked = groups & ~StatsGroups.ENFORCE;
        long missing = asked & ~StatsReader.GROUPS;
        if (enforce && missing != 0) {
            throw HostErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "The statistics 0x" + Long.toHexString(missing) + " are not known to a test host",
                    "Leave them out, or do not insist on them");
        }
        return call(context, "domain.stats", () -> {
            List<TestDomain> chosen = domains.isEmpty()
                    ? host.domains().matching(flags & FILTERS)
                    : known(domains, host.domains().matching(flags & FILTERS));
            return sample(chosen, asked == 0 ? StatsReader.GROUPS : asked);
        });
    }

    /** Those that are still there and match; vanished ones are left out. */
    private List<TestDomain> known(List<DomainRef> wanted, List<TestDomain> matching) {
        Map<UUID, TestDomain> byUuid = new HashMap<>();
        matching.forEach(domain -> byUuid.put(domain.uuid(), domain));
        List<TestDomain> found = new ArrayList<>(wanted.size());
        for (DomainRef ref : wanted) {
            TestDomain domain = byUuid.get(ref.uuid());
            if (domain != null) {
                found.add(domain);
            }
        }
        return found;
    }

    private List<DomainStats> sample(List<TestDomain> domains, long groups) {
        long now = host.clock().nanoTime();
        StatsReader reader = new StatsReader(host);
        List<DomainStats> samples = new ArrayList<>(domains.size());
        for (TestDomain domain : domains) {
            samples.add(reader.sample(domain, groups, now));
        }
        return samples;
    }

    @Override
    public BlockStats blockStats(CallContext context, DomainRef domain, String disk) {
        return call(context, "domain.blockStats", () -> {
            TestDomain found = active(domain);
            int index = disk.isEmpty() ? -1 : disk(found.run().definition().facts(), disk);
            return new StatsReader(host).block(found, index);
        });
    }

    @Override
    public InterfaceStats interfaceStats(CallContext context, DomainRef domain, String device) {
        return call(context, "domain.interfaceStats", () -> {
            TestDomain found = active(domain);
            int index = found.run().nicNames().indexOf(device);
            DomainFacts facts = found.run().definition().facts();
            for (int i = 0; index < 0 && i < facts.nics().size(); i++) {
                if (facts.nics().get(i).mac().equalsIgnoreCase(device)) {
                    index = i;
                }
            }
            if (index < 0) {
                throw HostErrors.domain(
                        ErrorCode.INVALID_ARG,
                        found,
                        "'" + found.name() + "' has no interface '" + device + "'",
                        "Use the name on the host or the MAC address");
            }
            return new StatsReader(host).nic(found, index);
        });
    }

    @Override
    public List<TypedParameter> memoryStats(CallContext context, DomainRef domain) {
        return call(context, "domain.memoryStats", () -> new StatsReader(host).memory(active(domain)));
    }

    @Override
    public BlockInfo blockInfo(CallContext context, DomainRef domain, String disk) {
        return call(context, "domain.blockInfo", () -> {
            DomainFacts facts = host.domains().get(domain).current().facts();
            DiskFacts found = facts.disks().get(disk(facts, disk));
            if (found.isEmpty()) {
                throw HostErrors.of(
                        ErrorCode.OPERATION_INVALID, "The drive '" + disk + "' of '" + facts.name() + "' is empty");
            }
            return new BlockInfo(found.capacity(), found.allocation(), found.allocation());
        });
    }

    private TestDomain active(DomainRef ref) {
        TestDomain domain = host.domains().get(ref);
        host.life().requireActive(domain);
        return domain;
    }

    private static int disk(DomainFacts facts, String name) {
        for (int i = 0; i < facts.disks().size(); i++) {
            DiskFacts disk = facts.disks().get(i);
            if (disk.target().equals(name) || name.equals(disk.source())) {
                return i;
            }
        }
        throw HostErrors.of(
                ErrorCode.INVALID_ARG,
                "'" + facts.name() + "' has no disk '" + name + "'",
                "Use the target, such as vda, or the path of the source");
    }
}
