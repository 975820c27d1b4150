package org.innkeeper.driver.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.innkeeper.core.config.ConfigFile;

/**
 * The true xl of the distribution as a reader of guests' files: it prints what it understood, as libxl's JSON. A preloaded
 * library ({@code xl/no-hypervisor.c}) answers what it asks of the hypervisor.
 */
final class TrueXl {
    private static final String MINIMUM = "name = \"g\"\nmemory = 64\nkernel = \"/k\"\n";

    private final Path program;
    private final Path directory;
    private final Path library;

    private TrueXl(Path program, Path directory) throws IOException {
        this.program = program;
        this.directory = directory;
        this.library = directory.resolve("no-hypervisor.so");
        Path source = directory.resolve("no-hypervisor.c");
        try (InputStream text =
                Objects.requireNonNull(TrueXl.class.getResourceAsStream("/xl/no-hypervisor.c"), "no-hypervisor.c")) {
            Files.copy(text, source);
        }
        Output compiled =
                run(List.of("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString()), Map.of());
        assertThat(compiled.exit()).as(compiled.text()).isZero();
    }

    /** The newest one there is; the test is skipped where there is none. */
    static TrueXl in(Path directory) {
        Path program = program().orElse(null);
        assumeTrue(program != null, "no xl on this machine: xen-utils is not installed");
        assumeTrue(Files.exists(Path.of("/usr/include/libxl.h")), "no xl on this machine: no libxen-dev");
        assumeTrue(Files.exists(Path.of("/usr/bin/gcc")), "no xl on this machine: no gcc to adapt it");
        try {
            TrueXl xl = new TrueXl(program, directory);
            assumeTrue(
                    xl.create(ConfigFile.parse("minimum", MINIMUM)).exit() == 0,
                    "no xl on this machine that runs without a hypervisor: " + program);
            return xl;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> program() {
        try (Stream<Path> releases = Files.list(Path.of("/usr/lib"))) {
            return releases.filter(path -> path.getFileName().toString().matches("xen-\\d+\\.\\d+"))
                    .map(path -> path.resolve("bin/xl"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What xl understands of a file. */
    JsonNode read(ConfigFile file) throws IOException {
        Output output = create(file);
        assertThat(output.exit()).as(output.text() + file.text()).isZero();
        return LibxlJson.parse(output.text().substring(output.text().indexOf("{\n")), "xl create -n");
    }

    private Output create(ConfigFile file) throws IOException {
        Path path = Files.writeString(directory.resolve("guest.cfg"), file.text());
        return run(
                List.of(program.toString(), "-N", "create", "-n", path.toString()),
                Map.of("LD_PRELOAD", library.toString()));
    }

    private record Output(int exit, String text) {}

    private static Output run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Output(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", e);
        }
    }
}
