package org.innkeeper.driver.xen.xend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.host.FileWatch;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;
import org.innkeeper.driver.xen.sexpr.DomainFromSexpr;
import org.innkeeper.driver.xen.sexpr.DomainToSexpr;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Xen 3.0.2 to 4.4 through their daemon. What it can do depends on its version, which it tells when it is first asked. */
public final class XendPart implements XenPart {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(30);
    private static final Dialect DIALECT = Dialect.LIBVIRT_3;
    private static final String ON_START = "on_xend_start";

    private static final Set<XenFunction> FROM_3_0_2 = Collections.unmodifiableSet(EnumSet.of(
            XenFunction.VERSION,
            XenFunction.NODE_INFO,
            XenFunction.GUEST_KINDS,
            XenFunction.FREE_MEMORY,
            XenFunction.LIST_ACTIVE,
            XenFunction.ACTIVE_DOMAIN,
            XenFunction.LIVE_DEFINITION,
            XenFunction.CREATE,
            XenFunction.SHUTDOWN,
            XenFunction.REBOOT,
            XenFunction.DESTROY,
            XenFunction.PAUSE,
            XenFunction.UNPAUSE,
            XenFunction.SET_MEMORY,
            XenFunction.SET_MAX_MEMORY,
            XenFunction.VCPUS,
            XenFunction.SET_VCPUS,
            XenFunction.PIN_VCPU,
            XenFunction.SCHEDULER_TYPE,
            XenFunction.SCHEDULER_PARAMETERS,
            XenFunction.SET_SCHEDULER_PARAMETERS,
            XenFunction.SAVE,
            XenFunction.RESTORE,
            XenFunction.SAVED_DEFINITION,
            XenFunction.MIGRATE));

    private static final Set<XenFunction> FROM_3_0_4 = Collections.unmodifiableSet(EnumSet.of(
            XenFunction.LIST_STORED,
            XenFunction.STORED_DEFINITION,
            XenFunction.START,
            XenFunction.DEFINE,
            XenFunction.UNDEFINE,
            XenFunction.RENAME,
            XenFunction.AUTOSTART,
            XenFunction.CORE_DUMP,
            XenFunction.ATTACH,
            XenFunction.DETACH,
            XenFunction.UPDATE_DEVICE));

    private final XendLink link;
    private final XendCalls calls;
    private final XendTransfers transfers;
    private final Path stored;

    /**
     * @param addresses where it may listen, the likeliest first
     * @param stored the directory in which xend keeps what it manages, {@code /var/lib/xend/domains}; null for one on
     *     another machine
     * @param limit the longest time for a request that needs no transfer of memory
     */
    public XendPart(List<XendAddress> addresses, Path stored, Duration limit) {
        link = new XendLink(addresses, stored, limit);
        calls = new XendCalls(link);
        transfers = new XendTransfers(calls);
        this.stored = stored;
    }

    @Override
    public String name() {
        return "xend";
    }

    @Override
    public Set<XenFunction> functions(CallContext context) {
        if (!link.isPossible()) {
            return Set.of();
        }
        try {
            XendLink.Found found = link.get(context);
            Set<XenFunction> functions = EnumSet.copyOf(FROM_3_0_2);
            if (found.version().isFrom(XendVersion.XEN_3_0_4)) {
                functions.addAll(FROM_3_0_4);
                if (stored != null && Files.isReadable(stored)) {
                    functions.add(XenFunction.WATCH);
                }
            }
            if (found.node().isFrom33()) {
                functions.add(XenFunction.RESET);
            }
            return functions;
        } catch (InnkeeperException e) {
            System.getLogger(XendPart.class.getName()).log(System.Logger.Level.DEBUG, () -> "no xend: " + e);
            return Set.of();
        }
    }

    @Override
    public String absence(CallContext context) {
        try {
            link.get(context);
            return "";
        } catch (InnkeeperException e) {
            return e.info().message();
        }
    }

    /** How it wants domains configured. Fails as {@link #version} where there is no xend. */
    public XendVersion configurationFormat(CallContext context) {
        return link.get(context).version();
    }

    @Override
    public void close() {
        link.lost();
    }

    @Override
    public long version(CallContext context) {
        return calls.ask(context, xend -> xend.node().version());
    }

    @Override
    public NodeInfo nodeInfo(CallContext context) {
        return calls.ask(context, xend -> link.node(context).info());
    }

    @Override
    public String guestKinds(CallContext context) {
        return calls.ask(context, xend -> xend.node().guestKinds());
    }

    @Override
    public long freeMemory(CallContext context) {
        return calls.ask(context, xend -> link.node(context).freeMemory());
    }

    @Override
    public List<DomainRecord> activeDomains(CallContext context) {
        return calls.ask(context, xend -> xend.inventory().active(context));
    }

    @Override
    public List<DomainRecord> storedDomains(CallContext context) {
        return calls.ask(context, xend -> xend.inventory().stored(context));
    }

    @Override
    public DomainRecord activeDomain(CallContext context, DomainKey domain) {
        return calls.ask(context, xend -> {
            XendDomain found = XendCalls.find(context, xend, domain);
            if (found.id() == DomainRef.INACTIVE) {
                throw PartErrors.noDomain(ErrorOrigin.XEND, "'" + domain.name() + "' that runs");
            }
            return found.record(xend.inventory().isStored(found.uuid()));
        });
    }

    @Override
    public XmlElement liveDefinition(CallContext context, DomainKey domain, boolean secrets) {
        return calls.ask(context, xend -> definition(XendCalls.find(context, xend, domain), xend.version(), secrets));
    }

    @Override
    public XmlElement storedDefinition(CallContext context, DomainKey domain, boolean secrets) {
        return calls.ask(context, xend -> {
            XendDomain told =
                    xend.inventory().definition(domain.uuid()).orElseGet(() -> XendCalls.find(context, xend, domain));
            XendDomain idle = told.idle();
            return definition(idle, xend.version(), secrets);
        });
    }

    private static XmlElement definition(XendDomain domain, XendVersion version, boolean secrets) {
        XmlElement xml = DomainFromSexpr.convert(domain.told(), DIALECT, version);
        if (secrets) {
            ScreenPasswords.add(domain.told(), xml);
        }
        return xml;
    }

    private static Sexpr.Items without(Sexpr.Items items, String name) {
        List<Sexpr> values = new ArrayList<>(items.values());
        values.removeIf(
                value -> value instanceof Sexpr.Items list && list.name().equals(name));
        return new Sexpr.Items(values);
    }

    @Override
    public int create(CallContext context, XmlElement definition, boolean paused) {
        return calls.ask(context, xend -> {
            String config =
                    DomainToSexpr.convert(definition, DIALECT, xend.version()).toText();
            XendClient client = xend.client().within(START);
            String body = client.post(context, "/xend/domain", XendCalls.form("op", "create", "config", config))
                    .body();
            xend.inventory().changed();
            XendDomain made = XendDomain.of(SexprReader.read(body));
            String path = XendInventory.path(Integer.toString(made.id()));
            try {
                client.post(context, path, XendCalls.form("op", "wait_for_devices"));
                if (!paused) {
                    client.post(context, path, XendCalls.form("op", "unpause"));
                }
            } catch (InnkeeperException e) {
                removeHalfMade(client, path, e);
                throw e;
            }
            return made.id();
        });
    }

    /** What could not be brought up is taken away again, even when the caller waits no more. */
    private static void removeHalfMade(XendClient client, String path, InnkeeperException problem) {
        try {
            client.post(CallContext.within(END), path, XendCalls.form("op", "destroy"));
        } catch (InnkeeperException e) {
            problem.addSuppressed(e);
        }
    }

    @Override
    public int start(CallContext context, DomainKey domain, Path file, boolean paused) {
        calls.post(context, domain, START, "op", "start");
        XendDomain started = calls.ask(context, xend -> xend.inventory()
                .find(context, domain.name())
                .filter(now -> now.id() != DomainRef.INACTIVE)
                .orElseThrow(() -> PartErrors.state(
                        ErrorOrigin.XEND, domain, "ended as soon as it was started", "Look at xend's log")));
        // xend starts a domain paused for none but xm, whose request is of another kind.
        if (paused && started.state() != DomainState.PAUSED) {
            pause(context, new DomainKey(started.id(), domain.uuid(), domain.name()));
        }
        return started.id();
    }

    @Override
    public void define(CallContext context, XmlElement definition) {
        calls.ask(context, xend -> {
            String config =
                    DomainToSexpr.convert(definition, DIALECT, xend.version()).toText();
            store(context, xend, config);
            return null;
        });
    }

    private static void store(CallContext context, XendLink.Found xend, String config) {
        try {
            xend.client().post(context, "/xend/domain", XendCalls.form("op", "new", "config", config));
        } finally {
            xend.inventory().changed();
        }
    }

    @Override
    public void undefine(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "delete");
    }

    @Override
    public void rename(CallContext context, DomainKey domain, String newName) {
        calls.post(context, domain, "op", "rename", "name", newName);
    }

    @Override
    public boolean autostart(CallContext context, DomainKey domain) {
        return calls.ask(context, xend -> "start"
                .equals(stored(context, xend, domain).told().text(ON_START)));
    }

    private static XendDomain stored(CallContext context, XendLink.Found xend, DomainKey domain) {
        return xend.inventory().definition(domain.uuid()).orElseGet(() -> XendCalls.find(context, xend, domain));
    }

    @Override
    public void setAutostart(CallContext context, DomainKey domain, boolean autostart) {
        calls.ask(context, xend -> {
            Sexpr.Items told =
                    stored(context, xend, domain).idle().without(ON_START).told();
            List<Sexpr> values = new ArrayList<>(told.values());
            values.add(Sexpr.pair(ON_START, autostart ? "start" : "ignore"));
            store(context, xend, new Sexpr.Items(values).toText());
            return null;
        });
    }

    @Override
    public void shutdown(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "shutdown", "reason", "poweroff");
    }

    @Override
    public void reboot(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "shutdown", "reason", "reboot");
    }

    @Override
    public void reset(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "reset");
    }

    @Override
    public void destroy(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "destroy");
        calls.awaitEnd(context, domain, END);
    }

    @Override
    public void pause(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "pause");
    }

    @Override
    public void unpause(CallContext context, DomainKey domain) {
        calls.post(context, domain, "op", "unpause");
    }

    @Override
    public void setMemory(CallContext context, DomainKey domain, long memory) {
        calls.post(context, domain, "op", "mem_target_set", "target", mebibytes(memory));
    }

    @Override
    public void setMaxMemory(CallContext context, DomainKey domain, long memory) {
        calls.post(context, domain, "op", "maxmem_set", "memory", mebibytes(memory));
    }

    private static String mebibytes(long kibibytes) {
        return Long.toString((kibibytes + 1023) >> 10);
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainKey domain) {
        return calls.ask(
                context, xend -> XendDomain.of(xend.client().getSexpr(context, XendCalls.path(domain) + "?op=vcpuinfo"))
                        .vcpus());
    }

    @Override
    public void setVcpus(CallContext context, DomainKey domain, int count) {
        calls.post(context, domain, "op", "set_vcpus", "vcpus", Integer.toString(count));
    }

    @Override
    public void pinVcpu(CallContext context, DomainKey domain, int vcpu, CpuMap cpus) {
        StringJoiner map = new StringJoiner(",", "[", "]");
        for (int cpu = 0; cpu < cpus.length(); cpu++) {
            if (cpus.contains(cpu)) {
                map.add(Integer.toString(cpu));
            }
        }
        calls.post(context, domain, "op", "pincpu", "vcpu", Integer.toString(vcpu), "cpumap", map.toString());
    }

    private static XendScheduler scheduler(XendLink.Found xend) {
        return new XendScheduler(xend.client(), xend.node().scheduler());
    }

    @Override
    public SchedulerType schedulerType(CallContext context) {
        return calls.ask(context, xend -> scheduler(xend).type());
    }

    @Override
    public List<TypedParameter> schedulerParameters(CallContext context, DomainKey domain) {
        return calls.ask(context, xend -> scheduler(xend).parameters(context, XendCalls.path(domain)));
    }

    @Override
    public void setSchedulerParameters(CallContext context, DomainKey domain, List<TypedParameter> parameters) {
        calls.ask(context, xend -> {
            scheduler(xend).set(context, XendCalls.path(domain), parameters);
            return null;
        });
    }

    @Override
    public XmlElement savedDefinition(CallContext context, String file) {
        return calls.ask(context, xend -> definition(SavedDomain.read(file).idle(), xend.version(), true));
    }

    @Override
    public void save(CallContext context, DomainKey domain, String file) {
        transfers.save(context, domain, file);
    }

    @Override
    public void restore(CallContext context, String file, boolean paused) {
        transfers.restore(context, file, paused);
    }

    @Override
    public void coreDump(CallContext context, DomainKey domain, String file, boolean live, boolean crash) {
        transfers.coreDump(context, domain, file, live, crash);
    }

    @Override
    public void migrate(CallContext context, DomainKey domain, MigrationTarget target) {
        transfers.migrate(context, domain, target);
    }

    private static XendDevices devices(XendLink.Found xend) {
        return new XendDevices(xend.client(), xend.version());
    }

    @Override
    public void attach(CallContext context, DomainKey domain, XmlElement device) {
        calls.ask(context, xend -> {
            devices(xend).attach(context, XendCalls.find(context, xend, domain), device);
            return null;
        });
    }

    @Override
    public void detach(CallContext context, DomainKey domain, XmlElement device) {
        calls.ask(context, xend -> {
            devices(xend).detach(context, XendCalls.find(context, xend, domain), device);
            return null;
        });
    }

    @Override
    public void update(CallContext context, DomainKey domain, XmlElement device) {
        calls.ask(context, xend -> {
            devices(xend).update(context, XendCalls.find(context, xend, domain), device);
            return null;
        });
    }

    /** xend tells nobody, but each domain that it keeps has a directory. */
    @Override
    public AutoCloseable watch(CallContext context, Consumer<DomainChange> listener) {
        return new FileWatch(stored, name -> true, () -> {
            link.changed();
            listener.accept(DomainChange.of(DomainChange.Kind.DEFINITIONS));
        });
    }
}
