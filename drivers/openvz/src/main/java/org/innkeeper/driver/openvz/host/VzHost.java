package org.innkeeper.driver.openvz.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.openvz.stats.CheckpointContexts;
import org.innkeeper.driver.openvz.stats.ContainerProcesses;

/**
 * A host and its containers. Reading takes no lock; what changes a container waits for whoever else changes the same one,
 * so that one that hangs holds up no other.
 */
public final class VzHost {
    /** Below are OpenVZ's own. */
    public static final int FIRST_ID = 101;

    /** The greatest number vzctl takes. */
    public static final int LAST_ID = 2_147_483_644;

    private static final int POLL_MILLIS = 50;

    private final HostPaths paths;
    private final ConfigFiles files;
    private final Vzctl vzctl;
    private final ContainerProcesses processes;
    private final Map<Integer, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final ReentrantLock creation = new ReentrantLock();

    public VzHost(HostPaths paths) {
        this.paths = paths;
        files = new ConfigFiles(paths.configuration());
        vzctl = new Vzctl(paths.tools());
        processes = new ContainerProcesses(paths.proc());
    }

    public HostPaths paths() {
        return paths;
    }

    public ConfigFiles files() {
        return files;
    }

    /** The first processes of containers. */
    public ContainerProcesses processes() {
        return processes;
    }

    public Vzctl vzctl() {
        return vzctl;
    }

    /**
     * Gives every container a UUID that has none, as a comment in its file. A file that cannot be read or replaced is
     * left to whoever needs it.
     */
    public void assignUuids(CallContext context) {
        for (Container container : all(context)) {
            if (container.config().uuid().filter(container.uuid()::equals).isEmpty()) {
                try {
                    change(context, container.veid(), "Giving a UUID", () -> {
                        files.edit(container.veid(), config -> config.withUuid(container.uuid()));
                        return null;
                    });
                } catch (CallCancelledException e) {
                    throw e;
                } catch (InnkeeperException e) {
                    context.warn(e.info());
                }
            }
        }
    }

    /** All containers, by number. One whose file cannot be read is left out, and the caller is warned. */
    public List<Container> all(CallContext context) {
        Map<Integer, String> statuses = vzctl.statuses(context);
        CheckpointContexts paused = CheckpointContexts.read(paths.proc());
        List<Container> containers = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (int veid : files.ids()) {
            try {
                files.read(veid).ifPresent(config -> {
                    UUID uuid = config.uuid().filter(taken::add).orElseGet(() -> derivedUuid(veid));
                    taken.add(uuid);
                    containers.add(new Container(veid, state(veid, statuses.get(veid), paused), uuid, config));
                });
            } catch (InnkeeperException e) {
                context.warn(e.info());
            }
        }
        return containers;
    }

    /** @param status as vzlist tells it, null where it does not know the container */
    private static RunState state(int veid, String status, CheckpointContexts paused) {
        if ("suspended".equals(status)) {
            return RunState.SAVED;
        }
        if (!"running".equals(status)) {
            return RunState.STOPPED;
        }
        if (paused.isRestored(veid)) {
            return RunState.RESTORED;
        }
        return paused.isFrozen(veid) ? RunState.FROZEN : RunState.RUNNING;
    }

    /** What the installed vzctl can do here. */
    public VzctlAbilities abilities(CallContext context) {
        return VzctlAbilities.of(vzctl.help(context), paths.hasCheckpoints());
    }

    /** The UUID of a container whose file tells none, or one that another has already: always the same one. */
    private UUID derivedUuid(int veid) {
        String key = "openvz:" + paths.configuration() + ":" + veid;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    public Container byUuid(CallContext context, UUID uuid) {
        return find(context, container -> container.uuid().equals(uuid))
                .orElseThrow(() -> VzErrors.noDomain("with the UUID " + uuid));
    }

    /** @param name a container's name or its number */
    public Container byName(CallContext context, String name) {
        return find(context, container -> container.name().equals(name)).orElseThrow(() -> {
            if (name.matches("[1-9][0-9]{0,8}")) {
                // Where its file cannot be read, that is the answer.
                files.read(Integer.parseInt(name));
            }
            return VzErrors.noDomain("'" + name + "'");
        });
    }

    public Container running(CallContext context, int id) {
        return find(context, container -> container.running() && container.veid() == id)
                .orElseThrow(() -> VzErrors.noDomain("that runs with the id " + id));
    }

    private Optional<Container> find(CallContext context, Predicate<Container> wanted) {
        return all(context).stream().filter(wanted).findFirst();
    }

    /** Does something to a container while nobody else of this process does. */
    public <T> T change(CallContext context, int veid, String operation, Supplier<T> work) {
        return locked(context, locks.computeIfAbsent(veid, id -> new ReentrantLock()), operation, work);
    }

    /** Makes a container while nobody else of this process does, so that names and numbers are free when they are taken. */
    public <T> T create(CallContext context, String operation, Supplier<T> work) {
        return locked(context, creation, operation, work);
    }

    private static <T> T locked(CallContext context, ReentrantLock lock, String operation, Supplier<T> work) {
        try {
            while (!lock.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                context.check(operation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(operation);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** The lowest number that is free. */
    public int freeId() {
        Set<Integer> taken = new HashSet<>(files.ids());
        int id = FIRST_ID;
        while (taken.contains(id)) {
            id++;
        }
        return id;
    }
}
