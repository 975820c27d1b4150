package org.innkeeper.driver.xen.xl;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.config.DomainFromConfig;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;

/**
 * The way of hosts without xend: libxl through its tool {@code xl}. The part keeps nothing but what never changes while the
 * host runs; each function is one or two runs of xl.
 */
public final class XlPart implements XenPart {
    private static final Set<XenFunction> FUNCTIONS = EnumSet.of(
            XenFunction.VERSION,
            XenFunction.NODE_INFO,
            XenFunction.GUEST_KINDS,
            XenFunction.FREE_MEMORY,
            XenFunction.CELLS_FREE_MEMORY,
            XenFunction.LIST_ACTIVE,
            XenFunction.ACTIVE_DOMAIN,
            XenFunction.LIVE_DEFINITION,
            XenFunction.CREATE,
            XenFunction.START,
            XenFunction.SHUTDOWN,
            XenFunction.REBOOT,
            XenFunction.RESET,
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
            XenFunction.CORE_DUMP,
            XenFunction.ATTACH,
            XenFunction.DETACH,
            XenFunction.UPDATE_DEVICE,
            XenFunction.MIGRATE);

    private final XlTool xl;
    private final Scheduler scheduler;
    private final DeviceVerbs devices;
    private final Transfers transfers;
    private final GuestStarter starter;
    private volatile HostReport firstReport;
    private volatile boolean closed;

    public XlPart(HostPaths host) {
        xl = new XlTool(host);
        scheduler = new Scheduler(xl);
        devices = new DeviceVerbs(xl);
        transfers = new Transfers(xl);
        starter = new GuestStarter(xl);
    }

    @Override
    public String name() {
        return "xl";
    }

    @Override
    public Set<XenFunction> functions(CallContext context) {
        return closed || xl.problem().isPresent() ? Set.of() : FUNCTIONS;
    }

    @Override
    public String absence(CallContext context) {
        return xl.problem().orElse("");
    }

    @Override
    public void close() {
        closed = true;
    }

    private HostReport report(CallContext context) {
        HostReport report = HostReport.parse(xl.ask(context, "info", "-n"));
        firstReport = report;
        return report;
    }

    /** What does not change while the host runs: its architecture, its CPUs, its scheduler. */
    private HostReport lasting(CallContext context) {
        HostReport known = firstReport;
        return known == null ? report(context) : known;
    }

    @Override
    public long version(CallContext context) {
        return lasting(context).version();
    }

    @Override
    public NodeInfo nodeInfo(CallContext context) {
        return report(context).node();
    }

    @Override
    public String guestKinds(CallContext context) {
        return lasting(context).text("xen_caps");
    }

    @Override
    public long freeMemory(CallContext context) {
        return report(context).freeMemory();
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context) {
        return report(context).freeOfNodes();
    }

    @Override
    public List<DomainRecord> activeDomains(CallContext context) {
        return records(xl.ask(context, "list", "-v"), xl.ask(context, "list", "-l"));
    }

    @Override
    public DomainRecord activeDomain(CallContext context, DomainKey domain) {
        String table = xl.run(context, XlTool.QUERY, domain, List.of("list", "-v", id(domain)), line -> {})
                .output();
        return records(table, configurationText(context, domain)).stream()
                .filter(record -> record.id() == domain.id())
                .findFirst()
                .orElseThrow(() -> PartErrors.noDomain(ErrorOrigin.XENXL, "'" + domain.name() + "'"));
    }

    private static List<DomainRecord> records(String table, String configurations) {
        Map<Integer, JsonNode> known = LibxlJson.configurations(configurations);
        List<DomainRecord> records = new ArrayList<>();
        for (DomainRecord record : DomainTable.parse(table)) {
            JsonNode configuration = known.get(record.id());
            records.add(configuration == null ? record : record.or(configured(record.id(), configuration)));
        }
        return records;
    }

    private static DomainRecord configured(int id, JsonNode configuration) {
        JsonNode build = configuration.path("b_info");
        long most = build.path("max_memkb").asLong(0);
        int vcpus = build.path("max_vcpus").asInt(0);
        return DomainRecord.of(id)
                .maxMemory(id == DomainKey.DOMAIN_0 || most <= 0 ? Long.valueOf(DomainInfo.UNLIMITED) : most)
                .maxVcpus(vcpus == 0 ? null : vcpus)
                .hvm("hvm".equals(configuration.path("c_info").path("type").asText()))
                .build();
    }

    private static String id(DomainKey domain) {
        return Integer.toString(domain.id());
    }

    private String configurationText(CallContext context, DomainKey domain) {
        return xl.run(context, XlTool.QUERY, domain, List.of("list", "-l", id(domain)), line -> {})
                .output();
    }

    @Override
    public XmlElement liveDefinition(CallContext context, DomainKey domain, boolean secrets) {
        JsonNode configuration =
                LibxlJson.configurations(configurationText(context, domain)).get(domain.id());
        if (configuration == null) {
            throw PartErrors.noDomain(ErrorOrigin.XENXL, "'" + domain.name() + "'");
        }
        int vcpus = configuration.path("b_info").has("max_vcpus")
                ? 1
                : activeDomain(context, domain).vcpus();
        XmlElement definition = definition(context, configuration, vcpus, domain.uuid(), secrets);
        return definition.setAttribute("id", id(domain));
    }

    private XmlElement definition(CallContext context, JsonNode configuration, int vcpus, UUID uuid, boolean secrets) {
        ConfigFile settings = LibxlSettings.of(configuration, vcpus, uuid, secrets);
        String architecture = lasting(context).text("machine");
        return DomainFromConfig.convert(settings, ConfigFormat.XL, Dialect.LIBVIRT_9, architecture);
    }

    @Override
    public int create(CallContext context, XmlElement definition, boolean paused) {
        return starter.create(context, definition, paused);
    }

    @Override
    public int start(CallContext context, DomainKey domain, Path file, boolean paused) {
        return starter.start(context, domain, file, paused);
    }

    @Override
    public void shutdown(CallContext context, DomainKey domain) {
        xl.run(context, XlTool.CHANGE, domain, "shutdown");
    }

    @Override
    public void reboot(CallContext context, DomainKey domain) {
        xl.run(context, XlTool.CHANGE, domain, "reboot");
    }

    @Override
    public void reset(CallContext context, DomainKey domain) {
        xl.run(context, XlTool.CHANGE, domain, "trigger", "reset");
    }

    @Override
    public void destroy(CallContext context, DomainKey domain) {
        xl.run(context, XlTool.CHANGE, domain, "destroy");
    }

    @Override
    public void pause(CallContext context, DomainKey domain) {
        xl.run(context, XlTool.CHANGE, domain, "pause");
    }

    @Override
    public void unpause(CallContext context, DomainKey domain) {
        xl.run(context, XlTool.CHANGE, domain, "unpause");
    }

    @Override
    public void setMemory(CallContext context, DomainKey domain, long memory) {
        xl.run(context, XlTool.CHANGE, domain, "mem-set", memory + "k");
    }

    @Override
    public void setMaxMemory(CallContext context, DomainKey domain, long memory) {
        xl.run(context, XlTool.CHANGE, domain, "mem-max", memory + "k");
    }

    @Override
    public List<VcpuInfo> vcpus(CallContext context, DomainKey domain) {
        int cpus = lasting(context).node().cpus();
        List<VcpuInfo> vcpus = VcpuTable.parse(xl.run(context, XlTool.QUERY, domain, "vcpu-list"), cpus);
        if (vcpus.isEmpty()) {
            throw PartErrors.noDomain(ErrorOrigin.XENXL, "'" + domain.name() + "'");
        }
        return vcpus;
    }

    @Override
    public void setVcpus(CallContext context, DomainKey domain, int count) {
        // More virtual CPUs than the host has are the caller's decision.
        xl.run(
                context,
                XlTool.CHANGE,
                domain,
                List.of("vcpu-set", "-i", id(domain), Integer.toString(count)),
                line -> {});
    }

    @Override
    public void pinVcpu(CallContext context, DomainKey domain, int vcpu, CpuMap cpus) {
        xl.run(context, XlTool.CHANGE, domain, "vcpu-pin", Integer.toString(vcpu), cpus.toString());
    }

    @Override
    public SchedulerType schedulerType(CallContext context) {
        return Scheduler.type(lasting(context).text("xen_scheduler"));
    }

    @Override
    public List<TypedParameter> schedulerParameters(CallContext context, DomainKey domain) {
        return scheduler.read(context, schedulerType(context).name(), domain);
    }

    @Override
    public void setSchedulerParameters(CallContext context, DomainKey domain, List<TypedParameter> parameters) {
        scheduler.set(context, schedulerType(context).name(), domain, parameters);
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
    public XmlElement savedDefinition(CallContext context, String file) {
        return definition(context, SavedFile.configuration(Path.of(file)), 1, null, true);
    }

    @Override
    public void coreDump(CallContext context, DomainKey domain, String file, boolean live, boolean crash) {
        boolean stopped = !live && activeDomain(context, domain).state() != DomainState.PAUSED;
        if (stopped) {
            pause(context, domain);
        }
        try {
            transfers.dump(context, domain, file);
        } finally {
            if (stopped && !crash) {
                unpause(starter.cleaningUp(), domain);
            }
        }
        if (crash) {
            destroy(context, domain);
        }
    }

    @Override
    public void attach(CallContext context, DomainKey domain, XmlElement device) {
        boolean hvm = device.name().equals("interface")
                && activeDomain(context, domain).hvm();
        devices.attach(context, domain, device, hvm);
    }

    @Override
    public void detach(CallContext context, DomainKey domain, XmlElement device) {
        devices.detach(context, domain, device);
    }

    @Override
    public void update(CallContext context, DomainKey domain, XmlElement device) {
        devices.update(context, domain, device);
    }

    @Override
    public void migrate(CallContext context, DomainKey domain, MigrationTarget target) {
        transfers.migrate(context, domain, target);
    }
}
