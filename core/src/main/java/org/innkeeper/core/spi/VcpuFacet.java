package org.innkeeper.core.spi;

import java.util.List;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.VcpuInfo;

/** Virtual CPUs: number and affinity. Flags are {@code AFFECT_} and {@code VCPU_} bits of {@link DomainFlags}. */
public interface VcpuFacet extends Facet {
    /** {@code virDomainGetVcpus}; empty for an inactive domain. */
    List<VcpuInfo> vcpus(CallContext context, DomainRef domain);

    /** {@code virDomainGetVcpusFlags}. */
    int count(CallContext context, DomainRef domain, long flags);

    /** The most vcpus the domain can have: {@code virDomainGetMaxVcpus}. */
    int max(CallContext context, DomainRef domain);

    /**
     * {@code virDomainSetVcpusFlags}.
     *
     * @param count at least 1
     */
    void setCount(CallContext context, DomainRef domain, int count, long flags);

    /**
     * {@code virDomainPinVcpuFlags}.
     *
     * @param vcpu from 0
     * @param cpus at least one host CPU
     */
    void pin(CallContext context, DomainRef domain, int vcpu, CpuMap cpus, long flags);

    /** The affinity of each vcpu, also of an inactive domain: {@code virDomainGetVcpuPinInfo}. */
    List<CpuMap> pinning(CallContext context, DomainRef domain, long flags);
}
