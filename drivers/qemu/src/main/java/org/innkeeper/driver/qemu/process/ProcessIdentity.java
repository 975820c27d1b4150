package org.innkeeper.driver.qemu.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells one process from all others, also from a later one with the same id.
 *
 * @param pid its process id
 * @param startMark when it was started, in a form that stays the same while it runs: on Linux the boot and the clock
 *     ticks since then, elsewhere milliseconds since 1970
 */
public record ProcessIdentity(long pid, String startMark) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    public ProcessIdentity {
        Objects.requireNonNull(startMark, "startMark");
    }

    /** The process that has this id now; empty where there is none, or one that has ended. */
    public static Optional<ProcessIdentity> of(long pid) {
        if (Files.exists(Path.of("/proc/self/stat"))) {
            return ProcStat.ofProcess(pid)
                    .filter(stat -> !stat.isDead())
                    .map(stat -> new ProcessIdentity(pid, bootId() + ":" + stat.startTicks()));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> new ProcessIdentity(
                        pid,
                        handle.info()
                                .startInstant()
                                .map(Instant::toEpochMilli)
                                .map(String::valueOf)
                                .orElse("")));
    }

    /** Whether this very process still runs. One that only waits to be collected does not. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /**
     * Asks the process to end, or ends it. Does nothing when this very process does not run any more.
     *
     * @param forcibly whether it is not asked
     */
    public void end(boolean forcibly) {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(handle -> {
                if (forcibly) {
                    handle.destroyForcibly();
                } else {
                    handle.destroy();
                }
            });
        }
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).trim();
        } catch (IOException e) {
            // Some containers hide it; then ids are compared within what the kernel shows.
            return "boot";
        }
    }
}
