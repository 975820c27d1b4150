package org.innkeeper.driver.xen.facet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.unified.XenParts;

/**
 * The times of single virtual CPUs, for statistics. Xen has no request for those of many: so they are told of all domains
 * only where they are asked for by name and a request costs next to nothing, and else of domains that are named.
 */
final class VcpuTimes {
    private final XenParts parts;

    VcpuTimes(XenParts parts) {
        this.parts = parts;
    }

    /**
     * @param explicit whether the caller asks for this group
     * @param named whether the caller names the domains
     * @return by id; of domains that do not run, none
     */
    Map<Integer, List<VcpuInfo>> of(CallContext context, List<DomainRecord> domains, boolean explicit, boolean named) {
        List<DomainRecord> running =
                domains.stream().filter(DomainRecord::active).toList();
        if (running.isEmpty()) {
            return Map.of();
        }
        if ((explicit || named) && parts.can(context, XenFunction.VCPU_TIMES)) {
            return parts.ask(context, XenFunction.VCPU_TIMES, part -> part.vcpuTimes(context, running));
        }
        if (!named || !parts.can(context, XenFunction.VCPUS)) {
            return Map.of();
        }
        Map<Integer, List<VcpuInfo>> times = new HashMap<>();
        running.forEach(domain -> times.put(domain.id(), one(context, domain)));
        return times;
    }

    private List<VcpuInfo> one(CallContext context, DomainRecord domain) {
        try {
            return parts.ask(context, XenFunction.VCPUS, part -> part.vcpus(context, domain.key()));
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                return List.of();
            }
            throw e;
        }
    }
}
