package org.innkeeper.driver.openvz.facet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.openvz.definition.CpuBinding;
import org.innkeeper.driver.openvz.definition.VcpuNumbers;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.VzErrors;

/**
 * How many CPUs a container may use ({@code vzctl set --cpus}), and on which of the host's ({@code --cpumask}). There is one
 * mask for a container: who binds one of its CPUs binds all.
 */
final class OpenvzVcpuFacet extends ContainerFacet implements VcpuFacet {
    private static final long FLAGS = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG | DomainFlags.VCPU_MAXIMUM;

    OpenvzVcpuFacet(OpenvzContext openvz) {
        super(openvz);
    }

    private VcpuNumbers numbers(Container container) {
        return VcpuNumbers.of(container.config(), facts.cpus());
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainRef domain) {
        return read(context, "vcpu.list", domain, container -> {
            List<VcpuInfo> all = new ArrayList<>();
            CpuMap places = places(container);
            for (int i = 0; container.running() && i < numbers(container).current(); i++) {
                all.add(new VcpuInfo(i, VcpuInfo.RUNNING, -1, -1, places));
            }
            return all;
        });
    }

    @Override
    public int count(CallContext context, DomainRef domain, long flags) {
        return read(context, "vcpu.count", domain, container -> {
            DomainFlags.check("vcpu.count", flags, FLAGS);
            checkAffected(container, flags);
            VcpuNumbers numbers = numbers(container);
            return (flags & DomainFlags.VCPU_MAXIMUM) != 0 ? numbers.maximum() : numbers.current();
        });
    }

    @Override
    public int max(CallContext context, DomainRef domain) {
        return read(context, "vcpu.max", domain, container -> numbers(container).maximum());
    }

    @Override
    public void setCount(CallContext context, DomainRef domain, int count, long flags) {
        change(context, "vcpu.setCount", domain, container -> {
            DomainFlags.check("vcpu.setCount", flags, FLAGS);
            checkAffected(container, flags);
            boolean most = (flags & DomainFlags.VCPU_MAXIMUM) != 0;
            if (most && (flags & DomainFlags.AFFECT_LIVE) != 0) {
                throw VzErrors.invalidArgument("The most CPUs of a container are stored, not changed while it runs");
            }
            VcpuNumbers numbers = numbers(container);
            if (count < 1 || !most && count > numbers.maximum()) {
                throw VzErrors.invalidArgument("Container '" + container.name() + "' may have 1 to " + numbers.maximum()
                        + " CPUs, not " + count);
            }
            if (!most || count < numbers.current()) {
                host.vzctl().set(context, container.veid(), List.of("--cpus", Integer.toString(count)));
            }
            if (most) {
                host.files()
                        .edit(
                                container.veid(),
                                config -> config.withComment(VcpuNumbers.MAXIMUM_TAG, Integer.toString(count)));
            }
            return null;
        });
    }

    @Override
    public void pin(CallContext context, DomainRef domain, int vcpu, CpuMap cpus, long flags) {
        change(context, "vcpu.pin", domain, container -> {
            DomainFlags.check("vcpu.pin", flags, DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG);
            checkAffected(container, flags);
            if (!abilities.cpuMask()) {
                throw VzErrors.unsupported("binding of CPUs here; the installed vzctl has no --cpumask");
            }
            int hostCpus = facts.cpus();
            int most = numbers(container).maximum();
            if (vcpu < 0 || vcpu >= most || cpus.isEmpty() || cpus.length() > hostCpus) {
                throw VzErrors.invalidArgument("Container '" + container.name() + "' has CPUs 0 to " + (most - 1)
                        + " and the host has 0 to " + (hostCpus - 1) + "; CPU " + vcpu + " cannot be bound to '" + cpus
                        + "'");
            }
            boolean everywhere = cpus.equals(CpuMap.firstCpus(hostCpus));
            String mask = CpuBinding.parameter(everywhere ? Optional.empty() : Optional.of(cpus));
            host.vzctl().set(context, container.veid(), List.of("--cpumask", mask));
            return null;
        });
    }

    private CpuMap places(Container container) {
        return CpuBinding.of(container.config()).orElseGet(() -> CpuMap.firstCpus(facts.cpus()));
    }

    @Override
    public List<CpuMap> pinning(CallContext context, DomainRef domain, long flags) {
        return read(context, "vcpu.pinning", domain, container -> {
            DomainFlags.check("vcpu.pinning", flags, DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG);
            checkAffected(container, flags);
            return Collections.nCopies(numbers(container).current(), places(container));
        });
    }
}
