package org.innkeeper.driver.xen.xenstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The true xenstored of the distribution, run without a Xen under it, with an empty store and a socket of its own. A
 * preloaded library ({@code xenstored/no-hypervisor.c}) answers what it asks of the hypervisor. Each is another one, so
 * tests do not meet. It needs the packages xen-utils, libxen-dev, xenstore-utils and gcc; without them the test is
 * skipped.
 */
public final class TrueXenstored implements AutoCloseable {
    private static final Pattern RELEASE = Pattern.compile("xen-(\\d+)\\.(\\d+)");
    private static final long LIMIT_SECONDS = 60;

    private final Path directory;
    private final Process process;

    private TrueXenstored(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts one; returns when it answers. */
    public static TrueXenstored start() {
        Path daemon = daemon().orElse(null);
        assumeTrue(daemon != null, "no xenstored on this machine: xen-utils is not installed");
        assumeTrue(Files.exists(Path.of("/usr/include/xenctrl.h")), "no xenstored on this machine: no libxen-dev");
        assumeTrue(Files.exists(Path.of("/usr/bin/xenstore-read")), "no xenstored on this machine: no xenstore-utils");
        assumeTrue(Files.exists(Path.of("/usr/bin/gcc")), "no xenstored on this machine: no gcc to adapt it");
        try {
            // Below /tmp, since the path of a unix socket is short.
            Path directory = Files.createTempDirectory("xs");
            TrueXenstored started = new TrueXenstored(directory, launch(daemon, directory));
            try {
                started.awaitSocket();
            } catch (IOException | RuntimeException e) {
                started.close();
                throw e;
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path daemon, Path directory) throws IOException {
        Path library = directory.resolve("no-hypervisor.so");
        compile(daemon, directory, library);
        ProcessBuilder command = new ProcessBuilder(daemon.toString(), "--no-fork", "--output-pid");
        command.environment().put("LD_PRELOAD", library.toString());
        command.environment().put("XENSTORED_RUNDIR", directory.toString());
        command.environment().put("XENSTORED_ROOTDIR", directory.toString());
        command.environment().put("XENSTORED_PATH", directory.resolve("socket").toString());
        return command.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static void compile(Path daemon, Path directory, Path library) throws IOException {
        Path source = directory.resolve("no-hypervisor.c");
        try (InputStream text = Objects.requireNonNull(
                TrueXenstored.class.getResourceAsStream("/xenstored/no-hypervisor.c"), "no-hypervisor.c")) {
            Files.copy(text, source);
        }
        Matcher release = RELEASE.matcher(daemon.toString());
        assertThat(release.find()).as("a release in " + daemon).isTrue();
        int number = 100 * Integer.parseInt(release.group(1)) + Integer.parseInt(release.group(2));
        run(List.of(
                "gcc",
                "-shared",
                "-fPIC",
                "-O1",
                "-DXEN_RELEASE=" + number,
                "-o",
                library.toString(),
                source.toString(),
                "-ldl"));
    }

    /** The newest xenstored of the distribution. */
    private static Optional<Path> daemon() {
        try (Stream<Path> releases = Files.list(Path.of("/usr/lib"))) {
            return releases.filter(path -> RELEASE.matcher(path.toString()).find())
                    .map(path -> path.resolve("bin/xenstored"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitSocket() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("xenstored did not start: " + Files.readString(directory.resolve("log")));
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() throws IOException {
        return Files.exists(socket()) && client("list", List.of("/")).exit() == 0;
    }

    public Path socket() {
        return directory.resolve("socket");
    }

    public Process process() {
        return process;
    }

    /** Writes a value with Xen's own client. */
    public void write(String path, String value) {
        assertThat(client("write", List.of(path, value)).exit())
                .as("xenstore-write")
                .isZero();
    }

    /** Reads a value with Xen's own client. */
    public Optional<String> read(String path) {
        Output output = client("read", List.of("-R", path));
        return output.exit() == 0 ? Optional.of(output.text()) : Optional.empty();
    }

    /** The names below a path, as Xen's own client tells them. */
    public List<String> list(String path) {
        return client("list", List.of(path)).text().lines().toList();
    }

    /** All below a path, as {@code xenstore-ls -f} prints it. */
    public String ls(String path) {
        return client("ls", List.of("-f", path)).text();
    }

    public void remove(String path) {
        assertThat(client("rm", List.of(path)).exit()).as("xenstore-rm").isZero();
    }

    private Output client(String verb, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("xenstore-" + verb, "-s"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XENSTORED_PATH", socket().toString());
        return Output.of(builder);
    }

    private static void run(List<String> command) {
        Output output = Output.of(new ProcessBuilder(command).redirectErrorStream(true));
        assertThat(output.exit()).as(command + ": " + output.text()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try (Stream<Path> files = Files.walk(directory)) {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("xenstored does not end", e);
        }
    }

    /** What a program printed and how it ended. */
    private record Output(int exit, String text) {
        static Output of(ProcessBuilder command) {
            try {
                Process process = command.start();
                process.getOutputStream().close();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Output(process.waitFor(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a program ran", e);
            }
        }
    }
}
