package org.innkeeper.driver.test.host;

import java.util.UUID;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.driver.test.load.GuestMeter;
import org.innkeeper.driver.test.load.LoadProfile;

/** One domain: its definition, its run, and what is kept beside them. Used under the lock of its host. */
public final class TestDomain {
    private static final double ACTIVITY = 0.3;
    private static final double HOUR = 3_600;

    private final TestHost host;
    private final UUID uuid;
    private final SnapshotTree snapshots = new SnapshotTree();
    private String name;
    private DomainDefinition persistent;
    private volatile DomainRun run;
    private DomainStatus status;
    private DomainRef ref;
    private boolean autostart;
    private boolean updated;
    private SavedGuest managedSave;
    private TestJob job;
    private long schedulerWeight = 50;
    private long liveSchedulerWeight = 50;

    TestDomain(TestHost host, DomainDefinition definition) {
        this.host = host;
        uuid = definition.facts().uuid();
        name = definition.facts().name();
        status = DomainStatus.of(DomainState.SHUT_OFF);
        ref = new DomainRef(name, uuid, DomainRef.INACTIVE);
    }

    public UUID uuid() {
        return uuid;
    }

    public String name() {
        return name;
    }

    /** Names the domain as it is now. */
    public DomainRef ref() {
        return ref;
    }

    public DomainStatus status() {
        return status;
    }

    public DomainState state() {
        return status.state();
    }

    public boolean isActive() {
        return run != null;
    }

    public boolean isPersistent() {
        return persistent != null;
    }

    public boolean isUpdated() {
        return updated;
    }

    public boolean autostart() {
        return autostart;
    }

    void setAutostart(boolean value) {
        autostart = value;
    }

    /** The run, or null while inactive. */
    public DomainRun run() {
        return run;
    }

    /** The stored definition, or null for a transient domain. */
    public DomainDefinition persistent() {
        return persistent;
    }

    /** The live definition of an active domain, else the stored one. */
    public DomainDefinition current() {
        return run != null ? run.definition() : persistent;
    }

    public SnapshotTree snapshots() {
        return snapshots;
    }

    public SavedGuest managedSave() {
        return managedSave;
    }

    void setManagedSave(SavedGuest saved) {
        managedSave = saved;
    }

    TestJob job() {
        return job;
    }

    void setJob(TestJob running) {
        job = running;
    }

    /** The scheduler's weight of the live or the stored definition. */
    public long schedulerWeight(boolean live) {
        return live ? liveSchedulerWeight : schedulerWeight;
    }

    public void setSchedulerWeight(boolean live, long weight) {
        if (live) {
            liveSchedulerWeight = weight;
        } else {
            schedulerWeight = weight;
        }
    }

    void setPersistent(DomainDefinition definition) {
        persistent = definition;
        updated = run != null && definition != null;
    }

    /** Stores an edit of the definition that the run took over as well. */
    void setPersistentQuietly(DomainDefinition definition) {
        persistent = definition;
    }

    void setLive(DomainDefinition definition) {
        double seconds = host.seconds();
        if (definition.facts().vcpus() != run.definition().facts().vcpus()) {
            run.meter().setVcpus(seconds, definition.facts().vcpus());
        }
        run.setDefinition(definition, host.nicNames(definition.facts(), run));
    }

    void setName(String newName) {
        name = newName;
        refreshRef();
    }

    void setStatus(DomainState state, int reason) {
        status = new DomainStatus(state, reason);
        if (run != null) {
            if (state == DomainState.RUNNING || state == DomainState.BLOCKED || state == DomainState.SHUTTING_DOWN) {
                run.meter().resume(host.seconds());
            } else {
                run.meter().pause(host.seconds());
            }
        }
    }

    /** Begins a run. */
    void begin(DomainDefinition definition, DomainState state, int reason) {
        DomainFacts facts = definition.facts();
        long seed = host.seed() ^ uuid.getMostSignificantBits() ^ Long.rotateLeft(uuid.getLeastSignificantBits(), 17);
        GuestMeter meter = new GuestMeter(LoadProfile.of(seed, ACTIVITY, Math.min(facts.maxVcpus(), 8)), facts.vcpus());
        run = new DomainRun(host.nextId(), definition, host.nicNames(facts, null), meter);
        liveSchedulerWeight = schedulerWeight;
        updated = false;
        refreshRef();
        setStatus(state, reason);
    }

    /** Makes it as if the run had begun hours ago, each domain's at another time. */
    void age() {
        run.meter().age(host.seconds(), HOUR + Math.floorMod(uuid.hashCode(), 47) * HOUR);
    }

    /** Ends the run. */
    void end(int reason) {
        run.meter().read(host.seconds());
        host.retire(run.meter().cpuTime());
        run = null;
        updated = false;
        refreshRef();
        status = new DomainStatus(DomainState.SHUT_OFF, reason);
    }

    private void refreshRef() {
        ref = new DomainRef(name, uuid, run == null ? DomainRef.INACTIVE : run.id());
    }

    /** The live XML of an active domain. */
    public String liveXml() {
        return LiveXml.of(run);
    }

    /** The short facts. */
    public DomainInfo info() {
        DomainFacts facts = current().facts();
        if (run == null) {
            return new DomainInfo(state(), facts.maxMemory(), facts.memory(), facts.vcpus(), 0);
        }
        run.meter().read(host.seconds());
        return new DomainInfo(
                state(),
                facts.maxMemory(),
                host.memoryOf(this),
                facts.vcpus(),
                run.meter().cpuTime());
    }
}
