package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.host.DomainFacts;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** Virtual CPUs of guests in memory. */
final class TestVcpuFacet extends HostFacet implements VcpuFacet {
    private static final long AFFECT = DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG;
    private static final long COUNT = AFFECT | DomainFlags.VCPU_MAXIMUM | DomainFlags.VCPU_GUEST;

    TestVcpuFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainRef domain) {
        return call(context, "vcpu.list", () -> {
            TestDomain found = host.domains().get(domain);
            return found.isActive() ? live(found) : List.of();
        });
    }

    private List<VcpuInfo> live(TestDomain domain) {
        DomainFacts facts = domain.run().definition().facts();
        domain.run().meter().read(host.seconds());
        int hostCpus = host.node().info().cpus();
        int state = domain.state() == DomainState.BLOCKED ? VcpuInfo.BLOCKED : VcpuInfo.RUNNING;
        List<VcpuInfo> vcpus = new ArrayList<>(facts.vcpus());
        for (int i = 0; i < facts.vcpus(); i++) {
            CpuMap affinity = facts.affinity(i, hostCpus);
            vcpus.add(new VcpuInfo(
                    i,
                    state,
                    domain.run().meter().vcpuTime(i),
                    cpu(affinity, domain.run().id() + i),
                    affinity));
        }
        return vcpus;
    }

    /** The CPU it happens to be on: one of those it may use. */
    private static int cpu(CpuMap affinity, int wish) {
        int cpu = wish % Math.max(1, affinity.length());
        while (!affinity.contains(cpu)) {
            cpu = (cpu + 1) % affinity.length();
        }
        return cpu;
    }

    @Override
    public int count(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("vcpu.count", flags, COUNT);
        refuseAgent(flags);
        return call(context, "vcpu.count", () -> {
            DomainFacts facts = chosen(host.domains().get(domain), flags).facts();
            return (flags & DomainFlags.VCPU_MAXIMUM) != 0 ? facts.maxVcpus() : facts.vcpus();
        });
    }

    private static void refuseAgent(long flags) {
        if ((flags & DomainFlags.VCPU_GUEST) != 0) {
            throw HostErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "Guests of a test host have no agent that could be asked about their vcpus",
                    "Leave the agent out");
        }
    }

    @Override
    public int max(CallContext context, DomainRef domain) {
        return call(
                context,
                "vcpu.count",
                () -> host.domains().get(domain).current().facts().maxVcpus());
    }

    @Override
    public void setCount(CallContext context, DomainRef domain, int count, long flags) {
        DomainFlags.check("vcpu.set", flags, COUNT | DomainFlags.VCPU_HOTPLUGGABLE);
        refuseAgent(flags);
        boolean maximum = (flags & DomainFlags.VCPU_MAXIMUM) != 0;
        run(context, "vcpu.set", () -> {
            TestDomain found = host.domains().get(domain);
            Affected affected = affected(found, flags);
            if (count < 1 || count > DomainCapabilitiesXml.MAX_VCPUS) {
                throw HostErrors.argument(
                        "A guest of a test host has 1 to " + DomainCapabilitiesXml.MAX_VCPUS + " vcpus, not " + count);
            }
            if (maximum && affected.live()) {
                throw HostErrors.argument("The maximum number of vcpus cannot be changed while '" + found.name()
                        + "' runs; change the stored definition");
            }
            if (!maximum) {
                requireRoom(affected.live() ? found.run().definition().facts() : null, count);
                requireRoom(affected.config() ? found.persistent().facts() : null, count);
            }
            host.inventory().edit(found, affected.live(), affected.config(), root -> setCount(root, count, maximum));
        });
    }

    private static void requireRoom(DomainFacts facts, int count) {
        if (facts != null && count > facts.maxVcpus()) {
            throw HostErrors.of(
                    ErrorCode.INVALID_ARG,
                    "'" + facts.name() + "' has at most " + facts.maxVcpus() + " vcpus, so it cannot have " + count,
                    "Raise the maximum number of vcpus first");
        }
    }

    private static void setCount(XmlElement root, int count, boolean maximum) {
        XmlElement vcpu = root.element("vcpu");
        int most = Integer.parseInt(vcpu.text().strip());
        if (!maximum) {
            vcpu.setAttribute("current", count == most ? null : Integer.toString(count));
            return;
        }
        String current = vcpu.attribute("current");
        vcpu.setText(Integer.toString(count));
        int now = current == null ? most : Integer.parseInt(current);
        vcpu.setAttribute("current", now >= count ? null : Integer.toString(now));
    }

    @Override
    public void pin(CallContext context, DomainRef domain, int vcpu, CpuMap cpus, long flags) {
        DomainFlags.check("vcpu.pin", flags, AFFECT);
        run(context, "vcpu.pin", () -> {
            TestDomain found = host.domains().get(domain);
            Affected affected = affected(found, flags);
            DomainFacts facts = (affected.live() ? found.run().definition() : found.persistent()).facts();
            int most = affected.live() ? facts.vcpus() : facts.maxVcpus();
            if (vcpu < 0 || vcpu >= most) {
                throw HostErrors.argument("'" + found.name() + "' has no vcpu " + vcpu + "; it has " + most);
            }
            if (cpus.isEmpty() || cpus.length() > host.node().info().cpus()) {
                throw HostErrors.argument("The CPUs '" + cpus + "' are not all on this host, which has "
                        + host.node().info().cpus());
            }
            host.inventory().edit(found, affected.live(), affected.config(), root -> pin(root, vcpu, cpus));
        });
    }

    private static void pin(XmlElement root, int vcpu, CpuMap cpus) {
        XmlElement tune = root.element("cputune");
        if (tune == null) {
            tune = new XmlElement("cputune");
            root.insert(tune);
        }
        String number = Integer.toString(vcpu);
        tune.elements("vcpupin").stream()
                .filter(pin -> number.equals(pin.attribute("vcpu")))
                .forEach(XmlElement::detach);
        tune.insert(new XmlElement("vcpupin").setAttribute("vcpu", number).setAttribute("cpuset", cpus.toString()));
    }

    @Override
    public List<CpuMap> pinning(CallContext context, DomainRef domain, long flags) {
        DomainFlags.check("vcpu.pinning", flags, AFFECT);
        return call(context, "vcpu.pinning", () -> {
            TestDomain found = host.domains().get(domain);
            DomainFacts facts = chosen(found, flags).facts();
            List<CpuMap> maps = new ArrayList<>();
            for (int i = 0; i < facts.vcpus(); i++) {
                maps.add(facts.affinity(i, host.node().info().cpus()));
            }
            return maps;
        });
    }
}
