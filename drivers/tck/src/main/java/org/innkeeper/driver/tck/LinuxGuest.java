package org.innkeeper.driver.tck;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small Linux for tests of guests that must answer, made once by the script beside this module and kept below its build
 * directory. It says {@code GUEST-READY} on its first serial port and gives a shell there.
 *
 * @param kernel its kernel
 * @param initrd all of its programs
 */
public record LinuxGuest(Path kernel, Path initrd) {
    private static final long LIMIT_SECONDS = 180;

    /** The guest; skips the test with the reason where it cannot be made. */
    public static synchronized LinuxGuest make() {
        Path module = projectRoot().resolve("drivers/tck");
        Path directory = module.resolve("target/linux-guest");
        LinuxGuest guest = new LinuxGuest(directory.resolve("vmlinuz"), directory.resolve("initrd.gz"));
        if (!Files.exists(guest.initrd)) {
            build(module.resolve("src/main/guest/build-linux-guest"), directory);
        }
        return guest;
    }

    private static Path projectRoot() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root;
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
