package org.innkeeper.driver.xen.xenstore;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.Terminal;
import org.innkeeper.driver.xen.part.TextConsole;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;

/**
 * What the xenstore knows and carries: names, sizes and consoles of domains, changes as they happen, and wishes that guests
 * read there. Through the socket that only reads, there are no wishes. It knows nothing of what domains do at the moment:
 * records have no states.
 */
public final class XenstorePart implements XenPart {
    private static final Set<XenFunction> READING =
            EnumSet.of(XenFunction.LIST_ACTIVE, XenFunction.ACTIVE_DOMAIN, XenFunction.TERMINAL, XenFunction.WATCH);

    /** What needs the store's own socket, and terminals that are root's as that is. */
    private static final Set<XenFunction> OWNING = EnumSet.of(
            XenFunction.SHUTDOWN,
            XenFunction.REBOOT,
            XenFunction.SET_MEMORY,
            XenFunction.SET_VCPUS,
            XenFunction.CONSOLES);

    private final Supplier<String> obstacle;
    private final StoreSession session;
    private final ChangeWatch changes;

    /** The xenstore of a machine. */
    public XenstorePart(HostPaths paths) {
        this(() -> StoreAddress.find(paths), () -> obstacle(paths));
    }

    /** The xenstore at one address. */
    public XenstorePart(StoreAddress address) {
        this(() -> Optional.of(address), () -> "");
    }

    private XenstorePart(Supplier<Optional<StoreAddress>> addresses, Supplier<String> obstacle) {
        this.obstacle = obstacle;
        this.session = new StoreSession(addresses);
        this.changes = new ChangeWatch(session);
    }

    private static String obstacle(HostPaths paths) {
        if (!StoreAddress.exists(paths)) {
            return "there is no xenstore on this machine: no " + paths.xenstoreSocket();
        }
        return StoreAddress.find(paths).isPresent()
                ? ""
                : "this user may not use the xenstore: " + paths.xenstoreSocket() + " is root's, and there is no "
                        + paths.xenstoreReadOnlySocket();
    }

    @Override
    public String name() {
        return "xenstore";
    }

    @Override
    public Set<XenFunction> functions(CallContext context) {
        EnumSet<XenFunction> functions = EnumSet.noneOf(XenFunction.class);
        if (obstacle.get().isEmpty()) {
            try {
                if (!session.store().address().isReadOnly()) {
                    functions.addAll(OWNING);
                }
                functions.addAll(READING);
            } catch (InnkeeperException e) {
                return functions;
            }
        }
        return functions;
    }

    @Override
    public String absence(CallContext context) {
        String reason = obstacle.get();
        if (!reason.isEmpty()) {
            return reason;
        }
        try {
            session.store();
            return "";
        } catch (InnkeeperException e) {
            return e.getMessage();
        }
    }

    @Override
    public void close() {
        changes.close();
        session.close();
    }

    @Override
    public List<DomainRecord> activeDomains(CallContext context) {
        StoreInventory inventory = new StoreInventory(session.store());
        return inventory.records(context, inventory.ids(context));
    }

    @Override
    public DomainRecord activeDomain(CallContext context, DomainKey domain) {
        return new StoreInventory(session.store())
                .records(context, List.of(domain.id())).stream()
                        .filter(record -> domain.uuid().equals(record.uuid()))
                        .findFirst()
                        .orElseThrow(() -> missing(domain));
    }

    private static InnkeeperException missing(DomainKey domain) {
        return PartErrors.noDomain(ErrorOrigin.XENSTORE, "'" + domain.name() + "' that runs");
    }

    @Override
    public void shutdown(CallContext context, DomainKey domain) {
        control(context, domain, "poweroff");
    }

    @Override
    public void reboot(CallContext context, DomainKey domain) {
        control(context, domain, "reboot");
    }

    /** A guest that looks at the store does what it finds here, and empties it to say that it saw. */
    private void control(CallContext context, DomainKey domain, String wish) {
        writeExisting(context, domain, StoredDomain.path(domain.id(), "control", "shutdown"), wish);
    }

    @Override
    public void setMemory(CallContext context, DomainKey domain, long memory) {
        writeExisting(context, domain, StoredDomain.path(domain.id(), "memory", "target"), Long.toString(memory));
    }

    /** Writes only while the domain is there: a path of one that is gone would come back without it. */
    private void writeExisting(CallContext context, DomainKey domain, String path, String value) {
        session.store().transaction(context, transaction -> {
            checkSame(context, transaction, domain);
            transaction.write(context, path, value);
            return null;
        });
    }

    /** Another domain may have got the number meanwhile. */
    private static void checkSame(CallContext context, StoreView view, DomainKey domain) {
        String vm = view.read(context, StoredDomain.path(domain.id(), "vm")).orElse(null);
        if (!domain.uuid().equals(StoredDomain.uuid(domain.id(), vm))) {
            throw missing(domain);
        }
    }

    @Override
    public void setVcpus(CallContext context, DomainKey domain, int count) {
        session.store().transaction(context, transaction -> {
            checkSame(context, transaction, domain);
            List<String> vcpus = StoreInventory.availability(
                    domain.id(), transaction.list(context, StoredDomain.path(domain.id(), "cpu")));
            if (count > vcpus.size()) {
                throw PartErrors.invalidArgument(
                        "Domain '" + domain.name() + "' can have " + vcpus.size() + " virtual CPUs, not " + count);
            }
            for (int i = 0; i < vcpus.size(); i++) {
                transaction.write(context, vcpus.get(i), i < count ? "online" : "offline");
            }
            return null;
        });
    }

    @Override
    public Terminal terminal(CallContext context, DomainKey domain) {
        Map<String, String> values = session.store()
                .readAll(
                        context,
                        List.of(
                                StoredDomain.path(domain.id(), "console", "tty"),
                                StoredDomain.path(domain.id(), "serial", "0", "tty"),
                                StoredDomain.path(domain.id(), "console", "vnc-port"),
                                StoredDomain.path(domain.id(), "console", "vnc-listen")));
        String tty = values.getOrDefault(
                StoredDomain.path(domain.id(), "console", "tty"),
                values.get(StoredDomain.path(domain.id(), "serial", "0", "tty")));
        int port = StoredDomain.number(values.get(StoredDomain.path(domain.id(), "console", "vnc-port")));
        return new Terminal(
                tty == null || tty.isEmpty() ? null : tty,
                port < 1 || port > 0xffff ? null : Integer.valueOf(port),
                values.get(StoredDomain.path(domain.id(), "console", "vnc-listen")));
    }

    @Override
    public List<TextConsole> consoles(CallContext context, DomainKey domain) {
        Xenstore store = session.store();
        checkSame(context, store, domain);
        return new StoreConsoles(store).of(context, domain.id());
    }

    @Override
    public AutoCloseable watch(CallContext context, Consumer<DomainChange> listener) {
        return changes.subscribe(context, listener);
    }
}
