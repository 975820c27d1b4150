package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.test.hook.HostClock;
import org.innkeeper.driver.test.load.GuestMeter;

/**
 * A host in memory. Its parts are used under its monitor ({@code synchronized (host)}); {@link #events}, {@link #clock} and
 * {@link #ids} are safe without.
 */
public final class TestHost {
    private static final double WEEK = 7 * 24 * 3600;
    private static final long BOOTED_BEFORE = 72L * 3600 * 1_000_000_000;

    private final HostClock clock;
    private final long seed;
    private final Ids ids;
    private final NodeFacts node;
    private final double wallOffset;
    private final long epoch;
    private final EventHub events = new EventHub();
    private final DomainStore domains = new DomainStore();
    private final DomainLife life = new DomainLife(this);
    private final DomainInventory inventory;
    private final Jobs jobs = new Jobs(this);
    private final NetworkStore networks = new NetworkStore(this);
    private final Leases leases = new Leases(this);
    private final NodeDevices devices = new NodeDevices(this);
    private final Secrets secrets = new Secrets(this);
    private final Snapshots snapshots;
    private final PoolStore pools = new PoolStore(this);
    private final VolumeStore volumes = new VolumeStore(this);
    private final Migrations migrations = new Migrations(this);
    private final Map<UUID, ByteStream> consoles = new ConcurrentHashMap<>();
    private final HostLoad load = new HostLoad(this);
    private final Map<String, SavedGuest> savedFiles = new HashMap<>();
    private final boolean breathing;
    private int lastId;
    private int lastNic = -1;

    /**
     * @param breathing whether the memory of guests grows and shrinks with their load, as an automatic balloon does
     */
    public TestHost(HostClock clock, long seed, NodeFacts node, boolean breathing) {
        this.clock = clock;
        this.seed = seed;
        this.node = node;
        this.breathing = breathing;
        ids = new Ids(seed);
        inventory = new DomainInventory(this);
        snapshots = new Snapshots(this);
        wallOffset = clock.wallMillis() / 1e3 % WEEK;
        epoch = clock.nanoTime();
    }

    public HostClock clock() {
        return clock;
    }

    /** Seconds of this host's time, never backwards. */
    public double seconds() {
        return wallOffset + (clock.nanoTime() - epoch) / 1e9;
    }

    /** Nanoseconds since this host would have been started: longer ago than any of its guests. */
    public long uptime() {
        return BOOTED_BEFORE + clock.nanoTime() - epoch;
    }

    public long seed() {
        return seed;
    }

    public Ids ids() {
        return ids;
    }

    public NodeFacts node() {
        return node;
    }

    public EventHub events() {
        return events;
    }

    public DomainStore domains() {
        return domains;
    }

    public DomainLife life() {
        return life;
    }

    public DomainInventory inventory() {
        return inventory;
    }

    public Jobs jobs() {
        return jobs;
    }

    public NetworkStore networks() {
        return networks;
    }

    public Leases leases() {
        return leases;
    }

    public NodeDevices devices() {
        return devices;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public PoolStore pools() {
        return pools;
    }

    public VolumeStore volumes() {
        return volumes;
    }

    public Migrations migrations() {
        return migrations;
    }

    /** The consoles somebody has open, by domain; safe without the lock. */
    public Map<UUID, ByteStream> consoles() {
        return consoles;
    }

    public HostLoad load() {
        return load;
    }

    /** What was saved to files of the host, by path. */
    public Map<String, SavedGuest> savedFiles() {
        return savedFiles;
    }

    int nextId() {
        return ++lastId;
    }

    void retire(long cpuTime) {
        load.retire(cpuTime);
    }

    /** The names interfaces have on the host; those a run has already given stay. */
    List<String> nicNames(DomainFacts facts, DomainRun run) {
        List<String> names = new ArrayList<>(facts.nics().size());
        for (NicFacts nic : facts.nics()) {
            String known = nic.target() != null ? nic.target() : knownName(nic, run);
            names.add(known != null ? known : "vnet" + ++lastNic);
        }
        return List.copyOf(names);
    }

    private static String knownName(NicFacts nic, DomainRun run) {
        if (run == null) {
            return null;
        }
        List<NicFacts> before = run.definition().facts().nics();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).mac().equals(nic.mac())) {
                return run.nicNames().get(i);
            }
        }
        return null;
    }

    /** Whether the memory of guests grows and shrinks with their load. */
    public boolean isBreathing() {
        return breathing;
    }

    /** KiB an active domain has now; its meter was read. */
    public long memoryOf(TestDomain domain) {
        DomainFacts facts = domain.run().definition().facts();
        GuestMeter meter = domain.run().meter();
        return breathing ? Math.min(facts.maxMemory(), meter.breathing(facts.memory())) : facts.memory();
    }
}
