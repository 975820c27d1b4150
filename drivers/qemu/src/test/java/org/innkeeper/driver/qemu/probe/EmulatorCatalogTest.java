package org.innkeeper.driver.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorCatalogTest {
    @TempDir
    Path directory;

    private EmulatorCatalog realOne() {
        EmulatorCatalog catalog = new EmulatorCatalog(directory.resolve("cache"));
        assumeTrue(catalog.binaries().containsKey("x86_64"), "qemu-system-x86_64 is not installed");
        return catalog;
    }

    private Path script(String name, String text) throws IOException {
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aRealEmulatorTellsWhatItCanDo() {
        EmulatorInfo emulator = realOne().forArch(CallContext.create(), "x86_64");
        assertThat(emulator.arch()).isEqualTo("x86_64");
        assertThat(emulator.version().isAtLeast(4, 0)).isTrue();
        assertThat(emulator.machine("pc")).hasValueSatisfying(machine -> {
            assertThat(machine.name()).startsWith("pc-i440fx-");
            assertThat(machine.defaultCpu()).isEqualTo("qemu64");
            assertThat(machine.maxCpus()).isGreaterThan(100);
        });
        assertThat(emulator.machine("q35")).isPresent();
        assertThat(emulator.defaultMachine()).isPresent();
        assertThat(emulator.hasDevice("virtio-blk-pci")).isTrue();
        assertThat(emulator.hasDevice("rng-random")).isTrue();
        assertThat(emulator.hasDevice("no-such-device")).isFalse();
        assertThat(emulator.hasProperty("virtio-blk-pci", "bootindex")).isTrue();
        assertThat(emulator.cpuModels()).anyMatch(model -> model.name().equals("qemu64") && model.isUsable());
        assertThat(emulator.hasOption("sandbox")).isTrue();
        assertThat(emulator.machineProperties()).contains("memory-backend");
    }

    @Test
    void whatItSaidSurvivesOnDisk() throws IOException {
        EmulatorInfo asked = realOne().forArch(CallContext.create(), "x86_64");
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            assertThat(files).hasSize(1).allMatch(file -> file.toString().endsWith(".json"));
        }
        assertThat(EmulatorInfoFormat.read(EmulatorInfoFormat.write(asked))).contains(asked);
    }

    @Test
    void aSecondCatalogReadsTheFileAndADamagedFileIsAskedAgain() throws IOException {
        realOne().forArch(CallContext.create(), "x86_64");
        EmulatorCatalog second = realOne();
        long start = System.nanoTime();
        EmulatorInfo read = second.forArch(CallContext.create(), "x86_64");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"format\":1, damaged");
        }
        assertThat(realOne().forArch(CallContext.create(), "x86_64").version()).isEqualTo(read.version());
    }

    @Test
    void anEmulatorThatIsMissingIsNamedWithItsPackage() {
        EmulatorCatalog catalog = new EmulatorCatalog(directory, List.of(directory));
        assertThatThrownBy(() -> catalog.forArch(CallContext.create(), "sparc64"))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
                    assertThat(e.getMessage()).contains("sparc64");
                    assertThat(e.info().remedy().orElseThrow()).contains("qemu-system-sparc64");
                });
        assertThatThrownBy(() -> catalog.byPath(CallContext.create(), directory.resolve("nothing")))
                .hasMessageContaining("nothing")
                .hasMessageContaining("no such file");
    }

    @Test
    void anEmulatorThatDiesIsReportedWithItsLastWords() throws IOException {
        Path program = script("qemu-system-arm", "echo 'cannot load libspice.so.1' >&2; exit 1");
        EmulatorCatalog catalog = new EmulatorCatalog(directory.resolve("cache"), List.of(directory));
        assertThat(catalog.binaries()).containsEntry("arm", program);
        assertThatThrownBy(() -> catalog.forArch(CallContext.create(), "arm"))
                .hasMessageContaining("libspice")
                .hasMessageContaining(program.toString());
        assertThat(catalog.all(CallContext.create()))
                .noneMatch(emulator -> emulator.binary().equals(program));
    }

    @Test
    void anEmulatorThatHangsIsGivenUp() throws IOException {
        script("qemu-system-arm", "exec sleep 60");
        EmulatorCatalog catalog = new EmulatorCatalog(directory.resolve("cache"), List.of(directory));
        assertThatThrownBy(() -> catalog.forArch(CallContext.within(Duration.ofMillis(300)), "arm"))
                .isInstanceOf(CallCancelledException.class);
    }

    @Test
    void anEmulatorThatSpeaksNonsenseIsRefused() throws IOException {
        script("qemu-system-arm", "echo '{\"hello\": 1}'; sleep 0.2");
        EmulatorCatalog catalog = new EmulatorCatalog(directory.resolve("cache"), List.of(directory));
        assertThatThrownBy(() -> catalog.forArch(CallContext.create(), "arm")).hasMessageContaining("did not greet");
    }
}
