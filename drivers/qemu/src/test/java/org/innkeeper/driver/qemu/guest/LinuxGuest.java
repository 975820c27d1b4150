package org.innkeeper.driver.qemu.guest;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small Linux, made once by the script beside the tests and kept below the build directory.
 *
 * @param kernel its kernel
 * @param initrd all of its programs
 */
public record LinuxGuest(Path kernel, Path initrd) {
    private static final long LIMIT_SECONDS = 180;

    /** The guest; skips the test with the reason where it cannot be made. */
    public static LinuxGuest make() {
        Path module = Path.of("").toAbsolutePath();
        Path script = module.resolve("src/test/guest/build-linux-guest");
        Path directory = module.resolve("target/linux-guest");
        LinuxGuest guest = new LinuxGuest(directory.resolve("vmlinuz"), directory.resolve("initrd.gz"));
        if (!Files.exists(guest.initrd)) {
            build(script, directory);
        }
        return guest;
    }

    private static void build(Path script, Path directory) {
        try {
            Files.createDirectories(directory);
            Path log = directory.resolve("build.log");
            Process process = new ProcessBuilder("sh", script.toString(), directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                abort("the Linux guest cannot be made here (packages of Debian or Ubuntu are needed), see " + log);
            }
        } catch (IOException e) {
            abort("the Linux guest cannot be made here: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abort("making the Linux guest was interrupted");
        }
    }
}
