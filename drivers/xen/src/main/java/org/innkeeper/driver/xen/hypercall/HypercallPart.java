package org.innkeeper.driver.xen.hypercall;

import java.lang.System.Logger;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.DeviceCounters;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;

/**
 * What the hypervisor itself does and tells. It needs the right to read and write {@code /dev/xen/privcmd}; the counters of
 * devices are read by everybody. The hypervisor knows no names: records have none.
 */
public final class HypercallPart implements XenPart {
    private static final Logger LOGGER = System.getLogger(HypercallPart.class.getName());

    /** What works whatever versions the interfaces have. */
    private static final Set<XenFunction> WITHOUT_INTERFACES = EnumSet.of(XenFunction.VERSION, XenFunction.GUEST_KINDS);

    private static final Set<XenFunction> WITH_INTERFACES = EnumSet.of(
            XenFunction.NODE_INFO,
            XenFunction.FREE_MEMORY,
            XenFunction.LIST_ACTIVE,
            XenFunction.ACTIVE_DOMAIN,
            XenFunction.PAUSE,
            XenFunction.UNPAUSE,
            XenFunction.SET_MAX_MEMORY,
            XenFunction.VCPUS,
            XenFunction.VCPU_TIMES,
            XenFunction.PIN_VCPU,
            XenFunction.SCHEDULER_TYPE,
            XenFunction.SCHEDULER_PARAMETERS,
            XenFunction.SET_SCHEDULER_PARAMETERS);

    private final Supplier<String> obstacle;
    private final Supplier<HypercallPort> ports;
    private final BackEnds backEnds;
    private final HostCpuTime cpuTime = new HostCpuTime(System::nanoTime);
    private final Object lock = new Object();
    private Hypervisor hypervisor;
    private Set<XenFunction> offered;
    private String problem;
    private boolean closed;

    /**
     * A hypervisor, however it is reached.
     *
     * @param obstacle says why the hypervisor cannot be used, "" where it can
     * @param ports opens the way to it
     * @param paths where the counters of devices are
     */
    public HypercallPart(Supplier<String> obstacle, Supplier<HypercallPort> ports, HostPaths paths) {
        this.obstacle = Objects.requireNonNull(obstacle, "obstacle");
        this.ports = Objects.requireNonNull(ports, "ports");
        this.backEnds = new BackEnds(paths.sys(), paths.proc());
    }

    @Override
    public String name() {
        return "hypercall";
    }

    @Override
    public Set<XenFunction> functions(CallContext context) {
        EnumSet<XenFunction> functions = EnumSet.noneOf(XenFunction.class);
        synchronized (lock) {
            if (!closed && obstacle.get().isEmpty()) {
                functions.addAll(offered());
            }
            if (!closed && backEnds.exist()) {
                functions.add(XenFunction.COUNTERS);
            }
        }
        return functions;
    }

    /** Asks the hypervisor once what can be done; under the lock. */
    private Set<XenFunction> offered() {
        if (offered == null) {
            EnumSet<XenFunction> functions = EnumSet.noneOf(XenFunction.class);
            problem = "";
            try {
                Hypervisor opened = open();
                LOGGER.log(Logger.Level.DEBUG, "Xen {0}", Long.toString(opened.version()));
                functions.addAll(WITHOUT_INTERFACES);
                if (opened.interfaces().sysctl().knowsCellMemory()) {
                    functions.add(XenFunction.CELLS_FREE_MEMORY);
                }
                if (opened.knowsCpuTime()) {
                    functions.add(XenFunction.CPU_TIME);
                }
                functions.addAll(WITH_INTERFACES);
            } catch (InnkeeperException e) {
                problem = e.getMessage();
                LOGGER.log(Logger.Level.DEBUG, "Not all hypercalls can be made: {0}", e.getMessage());
            }
            offered = functions;
        }
        return offered;
    }

    @Override
    public String absence(CallContext context) {
        synchronized (lock) {
            String reason = obstacle.get();
            if (!reason.isEmpty() || closed) {
                return reason;
            }
            return offered().isEmpty() ? problem : "";
        }
    }

    private Hypervisor open() {
        synchronized (lock) {
            if (closed) {
                throw new InnkeeperException(
                        ErrorCode.NO_CONNECT, ErrorOrigin.XEN, "The way to the hypervisor was closed");
            }
            if (hypervisor == null) {
                String reason = obstacle.get();
                if (!reason.isEmpty()) {
                    throw new InnkeeperException(
                            ErrorCode.NO_CONNECT, ErrorOrigin.XEN, "Xen cannot be asked: " + reason);
                }
                hypervisor = new Hypervisor(ports.get());
            }
            return hypervisor;
        }
    }

    /** The hypervisor, for one call. None of them waits long, so a call is given up before it only. */
    private Hypervisor hypervisor(CallContext context) {
        context.check("a hypercall");
        return open();
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (hypervisor != null) {
                hypervisor.close();
                hypervisor = null;
            }
        }
    }

    @Override
    public long version(CallContext context) {
        return hypervisor(context).version();
    }

    @Override
    public NodeInfo nodeInfo(CallContext context) {
        PhysicalHost host = hypervisor(context).host();
        String architecture = System.getProperty("os.arch");
        return new NodeInfo(
                architecture.equals("amd64") ? "x86_64" : architecture,
                host.memory(),
                host.cpus(),
                host.khz() / 1000,
                host.nodes(),
                host.sockets(),
                host.cores(),
                host.threads());
    }

    @Override
    public String guestKinds(CallContext context) {
        return hypervisor(context).capabilities();
    }

    @Override
    public long freeMemory(CallContext context) {
        return hypervisor(context).host().freeMemory() * 1024;
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context) {
        return hypervisor(context).freeMemoryOfNodes();
    }

    @Override
    public NodeCpuStats cpuTime(CallContext context) {
        Hypervisor asked = hypervisor(context);
        List<HostedDomain> domains = asked.domains();
        long all = domains.stream().mapToLong(HostedDomain::cpuTime).sum();
        long domain0 = domains.stream()
                .filter(domain -> domain.id() == DomainKey.DOMAIN_0)
                .mapToLong(HostedDomain::cpuTime)
                .sum();
        return cpuTime.sample(asked.idleTimes(), all, domain0);
    }

    @Override
    public List<DomainRecord> activeDomains(CallContext context) {
        return hypervisor(context).domains().stream()
                .filter(domain -> !domain.isDying())
                .map(HypercallPart::record)
                .toList();
    }

    @Override
    public DomainRecord activeDomain(CallContext context, DomainKey domain) {
        return record(hosted(context, domain));
    }

    private static DomainRecord record(HostedDomain domain) {
        return DomainRecord.of(domain.id())
                .uuid(domain.handle())
                .state(domain.state())
                .memory(domain.memory())
                .maxMemory(domain.maxMemory())
                .vcpus(domain.vcpus())
                .maxVcpus(domain.maxVcpus())
                .cpuTime(domain.cpuTime())
                .hvm(domain.isHvm())
                .build();
    }

    /** Another domain may have got the number meanwhile. */
    private HostedDomain hosted(CallContext context, DomainKey domain) {
        return hypervisor(context)
                .domain(domain.id())
                .filter(found -> found.handle().equals(domain.uuid()) && !found.isDying())
                .orElseThrow(() -> PartErrors.noDomain(ErrorOrigin.XEN, "'" + domain.name() + "' that runs"));
    }

    @Override
    public void pause(CallContext context, DomainKey domain) {
        hypervisor(context).pause(hosted(context, domain).id());
    }

    @Override
    public void unpause(CallContext context, DomainKey domain) {
        hypervisor(context).unpause(hosted(context, domain).id());
    }

    @Override
    public void setMaxMemory(CallContext context, DomainKey domain, long memory) {
        hypervisor(context).setMaxMemory(hosted(context, domain).id(), memory);
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainKey domain) {
        Hypervisor asked = hypervisor(context);
        return asked.vcpus()
                .of(
                        domain.id(),
                        hosted(context, domain).maxVcpus(),
                        asked.host().cpus());
    }

    @Override
    public Map<Integer, List<VcpuInfo>> vcpuTimes(CallContext context, Collection<DomainRecord> domains) {
        Vcpus asked = hypervisor(context).vcpus();
        Map<Integer, List<VcpuInfo>> times = new HashMap<>();
        for (DomainRecord domain : domains) {
            context.check("the virtual CPUs");
            int count = domain.maxVcpus() == null ? 0 : domain.maxVcpus();
            times.put(domain.id(), asked.times(domain.id(), count));
        }
        return times;
    }

    @Override
    public void pinVcpu(CallContext context, DomainKey domain, int vcpu, CpuMap cpus) {
        Hypervisor asked = hypervisor(context);
        int id = hosted(context, domain).id();
        asked.vcpus().pin(id, vcpu, cpus, asked.host().cpus());
    }

    @Override
    public SchedulerType schedulerType(CallContext context) {
        Hypervisor asked = hypervisor(context);
        SchedulerKind kind = asked.scheduler();
        return new SchedulerType(kind.label(), asked.schedulerCalls().count(kind));
    }

    @Override
    public List<TypedParameter> schedulerParameters(CallContext context, DomainKey domain) {
        Hypervisor asked = hypervisor(context);
        return asked.schedulerCalls()
                .get(asked.scheduler(), hosted(context, domain).id());
    }

    @Override
    public void setSchedulerParameters(CallContext context, DomainKey domain, List<TypedParameter> parameters) {
        Hypervisor asked = hypervisor(context);
        asked.schedulerCalls().set(asked.scheduler(), hosted(context, domain).id(), parameters);
    }

    @Override
    public Map<Integer, DeviceCounters> counters(CallContext context, Collection<Integer> ids) {
        context.check("reading counters");
        return backEnds.counters(Set.copyOf(ids));
    }
}
