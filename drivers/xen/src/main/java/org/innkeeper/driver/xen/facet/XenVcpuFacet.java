package org.innkeeper.driver.xen.facet;

import java.util.List;
import java.util.stream.IntStream;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** Virtual CPUs of domains. */
final class XenVcpuFacet extends XenFacet implements VcpuFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final int MOST = 128;

    private final Definitions definitions;

    XenVcpuFacet(XenContext xen, Definitions definitions) {
        super(xen);
        this.definitions = definitions;
    }

    private List<VcpuInfo> all(CallContext context, DomainRecord domain) {
        return parts.ask(context, XenFunction.VCPUS, part -> part.vcpus(context, domain.key()));
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainRef domain) {
        return read(context, "vcpu.list", domain, record -> {
            if (!record.active()) {
                return List.of();
            }
            return all(context, record).stream()
                    .filter(vcpu -> vcpu.state() != VcpuInfo.OFFLINE)
                    .toList();
        });
    }

    /** The numbers of the definition. */
    private record Numbers(int maximum, int current) {
        static Numbers of(XmlElement definition) {
            XmlElement vcpu = definition.element("vcpu");
            if (vcpu == null) {
                return new Numbers(1, 1);
            }
            int maximum = Integer.parseInt(vcpu.text().strip());
            String current = vcpu.attribute("current");
            return new Numbers(maximum, current == null ? maximum : Integer.parseInt(current));
        }

        void write(XmlElement definition) {
            XmlElement vcpu = definition.element("vcpu");
            if (vcpu == null) {
                vcpu = new XmlElement("vcpu");
                definition.add(vcpu);
            }
            vcpu.setText(Integer.toString(maximum));
            vcpu.setAttribute("current", current == maximum ? null : Integer.toString(current));
        }
    }

    private Numbers stored(CallContext context, DomainRecord domain) {
        return Numbers.of(definitions.stored(context, domain.key(), false));
    }

    @Override
    public int count(CallContext context, DomainRef domain, long flags) {
        return readWhole(context, "vcpu.count", domain, record -> {
            DomainFlags.check("vcpu.count", flags, AFFECT | DomainFlags.VCPU_MAXIMUM);
            boolean most = (flags & DomainFlags.VCPU_MAXIMUM) != 0;
            if (affectsLive(record, flags)) {
                return most ? maximum(record) : online(record);
            }
            Numbers numbers = stored(context, stored(record));
            return most ? numbers.maximum() : numbers.current();
        });
    }

    private static int online(DomainRecord domain) {
        return domain.vcpus() == null ? maximum(domain) : domain.vcpus();
    }

    private static int maximum(DomainRecord domain) {
        return domain.maxVcpus() == null ? 1 : domain.maxVcpus();
    }

    @Override
    public int max(CallContext context, DomainRef domain) {
        return readWhole(
                context,
                "vcpu.max",
                domain,
                record -> record.active()
                        ? maximum(record)
                        : stored(context, record).maximum());
    }

    @Override
    public void setCount(CallContext context, DomainRef domain, int count, long flags) {
        change(context, "vcpu.setCount", domain, record -> {
            DomainFlags.check("vcpu.setCount", flags, AFFECT | DomainFlags.VCPU_MAXIMUM);
            boolean live = affectsLive(record, flags);
            boolean config = affectsConfig(record, flags);
            boolean most = (flags & DomainFlags.VCPU_MAXIMUM) != 0;
            if (most && live) {
                throw PartErrors.invalidArgument("The most virtual CPUs of a run cannot be changed");
            }
            if (live) {
                checkRange(record, count, maximum(record));
            }
            if (config) {
                Numbers before = stored(context, record);
                checkRange(record, count, most ? MOST : before.maximum());
                Numbers after = most
                        ? new Numbers(count, Math.min(before.current(), count))
                        : new Numbers(before.maximum(), count);
                definitions.edit(context, record, after::write);
            }
            if (live) {
                parts.tell(context, XenFunction.SET_VCPUS, part -> part.setVcpus(context, record.key(), count));
            }
            return null;
        });
    }

    private static void checkRange(DomainRecord domain, int count, int most) {
        if (count < 1 || count > most) {
            throw PartErrors.invalidArgument(
                    "Domain '" + domain.name() + "' may have 1 to " + most + " virtual CPUs, not " + count);
        }
    }

    @Override
    public void pin(CallContext context, DomainRef domain, int vcpu, CpuMap cpus, long flags) {
        change(context, "vcpu.pin", domain, record -> {
            DomainFlags.check("vcpu.pin", flags, AFFECT);
            boolean live = affectsLive(record, flags);
            boolean config = affectsConfig(record, flags);
            int most = live ? maximum(record) : stored(context, stored(record)).maximum();
            if (vcpu < 0 || vcpu >= most) {
                throw PartErrors.invalidArgument(
                        "Domain '" + record.name() + "' has the virtual CPUs 0 to " + (most - 1) + ", not " + vcpu);
            }
            int host = hostCpus(context);
            if (cpus.isEmpty() || cpus.length() > host) {
                throw PartErrors.invalidArgument("The host has the CPUs 0 to " + (host - 1) + ", not '" + cpus + "'");
            }
            if (config) {
                definitions.edit(context, record, definition -> new StoredPinning(definition).bind(vcpu, cpus));
            }
            if (!live) {
                return null;
            }
            parts.tell(context, XenFunction.PIN_VCPU, part -> part.pinVcpu(context, record.key(), vcpu, cpus));
            return null;
        });
    }

    private int hostCpus(CallContext context) {
        return parts.ask(context, XenFunction.NODE_INFO, part -> part.nodeInfo(context))
                .cpus();
    }

    @Override
    public List<CpuMap> pinning(CallContext context, DomainRef domain, long flags) {
        return readWhole(context, "vcpu.pinning", domain, record -> {
            DomainFlags.check("vcpu.pinning", flags, AFFECT);
            if (affectsLive(record, flags)) {
                return all(context, record).stream().map(VcpuInfo::affinity).toList();
            }
            XmlElement definition = definitions.stored(context, stored(record).key(), false);
            StoredPinning pinning = new StoredPinning(definition);
            CpuMap anywhere = CpuMap.firstCpus(hostCpus(context));
            return IntStream.range(0, Numbers.of(definition).maximum())
                    .mapToObj(vcpu -> pinning.of(vcpu, () -> anywhere))
                    .toList();
        });
    }
}
