package org.innkeeper.driver.qemu.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.process.ProcessIdentity;
import org.innkeeper.driver.qemu.process.RunLog;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.state.RuntimeRecord;

/** One run of a guest, from the start of its QEMU to the end. */
public final class ActiveRun {
    private final int id;
    private final ProcessIdentity process;
    private final GuestPaths paths;
    private final RunLog log;
    private final String accelerator;
    private final List<String> command;
    private final List<String> taps;
    private final AtomicBoolean finished = new AtomicBoolean();
    private volatile Definition live;
    private volatile LifecyclePolicy policy;
    private volatile QmpClient monitor;
    private volatile long balloon;
    private volatile boolean rebooting;
    private volatile boolean detached;
    private volatile DomainStatus nextPause;
    private volatile DomainStatus ending;

    /** What a run is made of; the live definition already has its aliases. */
    record Parts(
            int id,
            ProcessIdentity process,
            GuestPaths paths,
            RunLog log,
            String accelerator,
            List<String> command,
            List<String> taps,
            Definition live) {}

    ActiveRun(Parts parts) {
        this.id = parts.id();
        this.process = parts.process();
        this.paths = parts.paths();
        this.log = parts.log();
        this.accelerator = parts.accelerator();
        this.command = List.copyOf(parts.command());
        this.taps = List.copyOf(parts.taps());
        this.live = parts.live();
        this.policy = LifecyclePolicy.of(parts.live());
        this.balloon = parts.live().currentMemory();
    }

    /** All that the program that finds it again needs. */
    RuntimeRecord record(Guest guest) {
        return new RuntimeRecord(
                guest.uuid(),
                id,
                process,
                paths,
                log.start(),
                accelerator,
                guest.view().status(),
                rebooting,
                taps,
                command,
                live.document());
    }

    /** At least 1; another one for each run. */
    public int id() {
        return id;
    }

    public ProcessIdentity process() {
        return process;
    }

    public GuestPaths paths() {
        return paths;
    }

    public RunLog log() {
        return log;
    }

    /** What executes it: {@code kvm}, {@code tcg} and so on. */
    public String accelerator() {
        return accelerator;
    }

    public List<String> command() {
        return command;
    }

    public List<String> taps() {
        return taps;
    }

    /** The definition of this run, with aliases, addresses of consoles and the like. */
    public Definition live() {
        return live;
    }

    void setLive(Definition definition) {
        live = definition;
        policy = LifecyclePolicy.of(definition);
    }

    LifecyclePolicy policy() {
        return policy;
    }

    /** The connection to QEMU; empty where QEMU runs but nobody answers. */
    public Optional<QmpClient> monitor() {
        QmpClient current = monitor;
        return current == null || !current.isOpen() ? Optional.empty() : Optional.of(current);
    }

    void setMonitor(QmpClient client) {
        monitor = client;
    }

    /** Memory the guest has now, KiB, as the balloon last told. */
    public long balloon() {
        return balloon;
    }

    /** What the balloon told, KiB. */
    public void setBalloon(long kib) {
        balloon = kib;
    }

    /** Whether its next power-off is the first half of a reboot. */
    boolean isRebooting() {
        return rebooting;
    }

    void setRebooting(boolean on) {
        rebooting = on;
    }

    /** The state the guest will be in when QEMU next says that it stopped, null where nobody foresaw it. */
    DomainStatus takeNextPause() {
        DomainStatus next = nextPause;
        nextPause = null;
        return next;
    }

    void expectPause(DomainStatus status) {
        nextPause = status;
    }

    /** The state the guest will be in when its QEMU has ended, null where QEMU gave no sign. */
    DomainStatus ending() {
        return ending;
    }

    /** Keeps why the run ends; the first one who knows is right, unless the guest's own word is overruled by us. */
    void expectEnd(DomainStatus status) {
        ending = status;
    }

    /** Whether the caller is the one who cleans up; true once. */
    boolean claimFinish() {
        return finished.compareAndSet(false, true);
    }

    boolean isFinished() {
        return finished.get();
    }

    /** Says that nobody here looks after it any more; it goes on. */
    void detach() {
        detached = true;
    }

    boolean isDetached() {
        return detached;
    }

    /** The connection to QEMU, or an error saying that nobody answers. */
    public QmpClient requireMonitor(CallContext context, Guest guest) {
        context.check("talking to QEMU");
        return monitor()
                .orElseThrow(() -> GuestErrors.wrongState(guest, "does not answer: its QEMU has no open monitor"));
    }
}
