package org.innkeeper.driver.qemu.facet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.lifecycle.Affected;
import org.innkeeper.driver.qemu.lifecycle.Definition;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;
import org.innkeeper.driver.qemu.lifecycle.VcpuPins;
import org.innkeeper.driver.qemu.process.ProcStat;
import org.innkeeper.driver.qemu.process.ThreadAffinity;

/** Virtual CPUs: their number is changed for the next start, their affinity also while they run. */
final class QemuVcpuFacet implements VcpuFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;

    private final EmbeddedHost host;
    private final CallGate gate;

    QemuVcpuFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainRef domain) {
        return gate.call(context, "reading vcpus", () -> {
            Guest guest = guest(domain);
            List<VcpuInfo> vcpus = new ArrayList<>();
            if (guest.view().isActive()) {
                ActiveRun run = guest.requireRun();
                long pid = run.process().pid();
                for (JsonNode cpu : run.requireMonitor(context, guest).execute(context, "query-cpus-fast")) {
                    vcpus.add(info(pid, cpu));
                }
            }
            return vcpus;
        });
    }

    private static VcpuInfo info(long pid, JsonNode cpu) {
        long thread = cpu.path("thread-id").asLong();
        Optional<ProcStat> stat = ProcStat.ofThread(pid, thread);
        CpuMap every = CpuMap.firstCpus(Runtime.getRuntime().availableProcessors());
        return new VcpuInfo(
                cpu.path("cpu-index").asInt(),
                VcpuInfo.RUNNING,
                stat.map(ProcStat::cpuNanos).orElse(-1L),
                stat.map(ProcStat::processor).orElse(-1),
                ThreadAffinity.read(pid, thread).orElse(every));
    }

    @Override
    public int count(CallContext context, DomainRef domain, long flags) {
        return gate.call(context, "reading vcpus", () -> {
            DomainFlags.check("reading vcpus", flags, AFFECT | DomainFlags.VCPU_MAXIMUM);
            Definition definition = Affected.ofFlags(flags).definition(guest(domain));
            return (flags & DomainFlags.VCPU_MAXIMUM) != 0 ? definition.vcpus() : definition.currentVcpus();
        });
    }

    @Override
    public int max(CallContext context, DomainRef domain) {
        return count(context, domain, DomainFlags.VCPU_MAXIMUM);
    }

    @Override
    public void setCount(CallContext context, DomainRef domain, int count, long flags) {
        gate.run(context, "changing vcpus", () -> {
            DomainFlags.check("changing vcpus", flags, AFFECT | DomainFlags.VCPU_MAXIMUM);
            Guest guest = guest(domain);
            Affected affected = Affected.ofFlags(flags).resolve(guest);
            if (affected.live()) {
                throw new InnkeeperException(
                        ErrorCode.NO_SUPPORT,
                        ErrorOrigin.QEMU,
                        "the number of vcpus of a running guest cannot be changed by this driver");
            }
            boolean maximum = (flags & DomainFlags.VCPU_MAXIMUM) != 0;
            Definition stored = guest.view().stored();
            if (count < 1 || !maximum && count > stored.vcpus()) {
                throw GuestErrors.invalidArgument(
                        "domain '" + domain.name() + "' cannot have " + count + " vcpus: 1 to " + stored.vcpus());
            }
            host.definitions().change(context, guest, affected, d -> d.setVcpus(count, maximum), null);
        });
    }

    @Override
    public void pin(CallContext context, DomainRef domain, int vcpu, CpuMap cpus, long flags) {
        gate.run(context, "binding a vcpu", () -> {
            DomainFlags.check("binding a vcpu", flags, AFFECT);
            Guest guest = guest(domain);
            Affected affected = Affected.ofFlags(flags);
            if (vcpu < 0 || vcpu >= affected.definition(guest).vcpus() || cpus.isEmpty()) {
                throw GuestErrors.invalidArgument(
                        "domain '" + domain.name() + "' has no vcpu " + vcpu + ", or no CPU of the host was named");
            }
            host.definitions().change(context, guest, affected, d -> VcpuPins.set(d, vcpu, cpus), run -> {
                for (JsonNode cpu : run.requireMonitor(context, guest).execute(context, "query-cpus-fast")) {
                    if (cpu.path("cpu-index").asInt() == vcpu) {
                        ThreadAffinity.write(cpu.path("thread-id").asLong(), cpus);
                    }
                }
            });
        });
    }

    @Override
    public List<CpuMap> pinning(CallContext context, DomainRef domain, long flags) {
        return gate.call(context, "reading vcpus", () -> {
            DomainFlags.check("reading vcpus", flags, AFFECT);
            return VcpuPins.all(Affected.ofFlags(flags).definition(guest(domain)));
        });
    }

    private Guest guest(DomainRef domain) {
        return host.guests().require(domain);
    }
}
