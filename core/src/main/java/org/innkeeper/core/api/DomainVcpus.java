package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.VcpuFlag;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.VcpuFacet;

/** The virtual CPUs of a domain. */
public final class DomainVcpus extends DomainPart {
    DomainVcpus(Domain domain) {
        super(domain);
    }

    /** Each vcpu of an active domain: {@code virDomainGetVcpus}; empty for an inactive one. */
    public List<VcpuInfo> list(CallContext context) {
        return call(VcpuFacet.class, "list").get(context, (facet, c) -> facet.vcpus(c, ref()));
    }

    /** {@code virDomainGetVcpusFlags}; asking the guest is refused on a read-only connection. */
    public int count(CallContext context, Set<VcpuFlag> flags) {
        return call(VcpuFacet.class, "count")
                .changesIf(Call.has(flags, VcpuFlag.GUEST))
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.count(c, ref(), Flag.bits(flags)));
    }

    /** The most vcpus the domain can have: {@code virDomainGetMaxVcpus}. */
    public int max(CallContext context) {
        return call(VcpuFacet.class, "max").get(context, (facet, c) -> facet.max(c, ref()));
    }

    /**
     * {@code virDomainSetVcpus}, {@code virDomainSetVcpusFlags}.
     *
     * @param count at least 1
     */
    public void setCount(CallContext context, int count, Set<VcpuFlag> flags) {
        call(VcpuFacet.class, "setCount")
                .changes()
                .needsIf(Call.has(flags, VcpuFlag.LIVE), Feature.DOMAIN_VCPUS_LIVE)
                .atLeast("count", count, 1)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.setCount(c, ref(), count, Flag.bits(flags)));
    }

    /**
     * Binds a vcpu to host CPUs: {@code virDomainPinVcpu}, {@code virDomainPinVcpuFlags}.
     *
     * @param vcpu from 0
     * @param cpus at least one
     */
    public void pin(CallContext context, int vcpu, CpuMap cpus, Set<Affect> affect) {
        call(VcpuFacet.class, "pin")
                .changes()
                .needs(Feature.DOMAIN_VCPU_PIN)
                .atLeast("vcpu", vcpu, 0)
                .notNull("cpus", cpus)
                .check(cpus == null || !cpus.isEmpty(), "cpus names no host CPU")
                .notNull("affect", affect)
                .run(context, (facet, c) -> facet.pin(c, ref(), vcpu, cpus, Flag.bits(affect)));
    }

    /** The affinity of each vcpu, also of an inactive domain: {@code virDomainGetVcpuPinInfo}. */
    public List<CpuMap> pinning(CallContext context, Set<Affect> affect) {
        return call(VcpuFacet.class, "pinning")
                .notNull("affect", affect)
                .get(context, (facet, c) -> facet.pinning(c, ref(), Flag.bits(affect)));
    }
}
