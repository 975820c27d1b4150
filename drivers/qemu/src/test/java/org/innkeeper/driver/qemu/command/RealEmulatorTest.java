package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorCatalog;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.qmp.QmpListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command line must be one that a real emulator starts with. */
class RealEmulatorTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private EmulatorInfo emulator;

    @BeforeEach
    void findEmulator() throws Exception {
        EmulatorCatalog catalog = new EmulatorCatalog(directory.resolve("cache"));
        assumeTrue(catalog.binaries().containsKey("x86_64"), "qemu-system-x86_64 is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/qemu-img")), "qemu-img is not installed");
        emulator = catalog.forArch(CallContext.create(), "x86_64");
        for (String name : List.of(
                "disk2.raw",
                "disk3.raw",
                "disk4.raw",
                "shared.raw",
                "cd.iso",
                "floppy.img",
                "kernel",
                "code.fd",
                "vars.fd")) {
            Files.write(directory.resolve(name), new byte[1 << 20]);
        }
        createImage("qcow2", "disk1.qcow2");
        createImage("vmdk", "disk5.vmdk");
        createImage("qcow2", "overlay.qcow2");
    }

    private void createImage(String format, String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "qemu-img",
                        "create",
                        "-q",
                        "-f",
                        format,
                        directory.resolve(name).toString(),
                        "16M")
                .start();
        assertThat(process.waitFor()).isZero();
    }

    /** Starts the emulator, and tells the names of the devices it has. */
    private List<String> start(CommandLine command) throws Exception {
        Path errors = directory.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command.arguments()).redirectError(errors.toFile());
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        try {
            GuestPaths paths = Definitions.paths(directory);
            CallContext context = CallContext.within(LIMIT);
            while (!Files.exists(paths.monitorSocket()) && process.isAlive()) {
                context.check("waiting for the monitor");
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            try (QmpClient monitor = connect(context, paths, process, errors)) {
                assertThat(monitor.execute(context, "query-status")
                                .path("status")
                                .asText())
                        .isEqualTo("prelaunch");
                JsonNode devices =
                        monitor.execute(context, "qom-list", QmpClient.object().put("path", "/machine/peripheral"));
                List<String> names = new ArrayList<>();
                devices.forEach(device -> names.add(device.path("name").asText()));
                monitor.execute(context, "quit");
                return names;
            }
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static QmpClient connect(CallContext context, GuestPaths paths, Process process, Path errors)
            throws Exception {
        while (true) {
            try {
                return QmpClient.connectUnix(context, paths.monitorSocket(), QmpListener.NONE);
            } catch (RuntimeException e) {
                // The socket is there a moment before the emulator listens on it.
                boolean early = e.getCause() instanceof ConnectException;
                if (process.waitFor(early ? 5 : 1000, TimeUnit.MILLISECONDS) || !early) {
                    throw new AssertionError("the emulator ended: " + Files.readString(errors), e);
                }
                context.check("connecting to the monitor");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pc-minimal",
                "pc-disks",
                "pc-network",
                "pc-screens",
                "pc-passthrough",
                "q35-full",
                "q35-conventional",
                "q35-many",
                "pc-spice",
                "pc-many",
                "q35-firmware"
            })
    void theEmulatorStartsWithIt(String name) throws Exception {
        CommandLine command = new CommandLineBuilder(Definitions.quietHost())
                .build(
                        Definitions.load(name, directory),
                        emulator,
                        Definitions.paths(directory),
                        Accelerator.TCG,
                        StartMode.BOOT);
        List<String> names = start(command);
        Map<String, String> kinds = Map.of("disk", "", "interface", "", "video", "", "memballoon", "", "rng", "");
        List<String> expected = command.aliases().stream()
                .filter(alias -> kinds.containsKey(alias.kind()))
                .map(DeviceAlias::alias)
                .toList();
        if (name.equals("pc-screens")) {
            // Its balloon has the model none.
            expected = expected.stream()
                    .filter(alias -> !alias.startsWith("balloon"))
                    .toList();
        }
        assertThat(names).containsAll(expected);
    }

    @Test
    void aGuestCanWaitForAStateFromElsewhere() throws Exception {
        CommandLine command = new CommandLineBuilder()
                .build(
                        Definitions.load("pc-minimal", directory),
                        emulator,
                        Definitions.paths(directory),
                        Accelerator.TCG,
                        StartMode.INCOMING);
        assertThat(command.arguments()).containsSequence("-incoming", "defer");
    }
}
