package org.innkeeper.driver.qemu.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.StoredEmulators;

/** Builds command lines of small definitions. */
final class Build {
    private String machine = "pc";
    private String before = "";
    private EmulatorInfo emulator = StoredEmulators.qemu72();
    private Accelerator accelerator = Accelerator.TCG;

    /** A guest of machine type {@code pc}. */
    static Build pc() {
        return new Build();
    }

    static Build q35() {
        return new Build().on("q35");
    }

    Build on(String machineType) {
        machine = machineType;
        return this;
    }

    /** With these elements beside {@code os} and {@code devices}. */
    Build with(String elements) {
        before = elements;
        return this;
    }

    Build by(EmulatorInfo other) {
        emulator = other;
        return this;
    }

    Build virtualized() {
        accelerator = Accelerator.KVM;
        return this;
    }

    CommandLine of(String devices) {
        return whole("<domain type='" + accelerator.domainType() + "'><name>guest</name>"
                + "<uuid>11111111-2222-3333-4444-555555555555</uuid>"
                + (before.contains("<memory") && !before.contains("<memoryBacking")
                        ? ""
                        : "<memory unit='MiB'>64</memory>")
                + before
                + (before.contains("<os>") || before.contains("<os ")
                        ? ""
                        : "<os><type arch='x86_64' machine='" + machine + "'>hvm</type></os>")
                + "<devices>" + devices + "</devices></domain>");
    }

    CommandLine whole(String definition) {
        return new CommandLineBuilder(Definitions.quietHost())
                .build(
                        DomainDocument.read(definition),
                        emulator,
                        Definitions.paths(Path.of("/run/guest")),
                        accelerator,
                        StartMode.BOOT);
    }

    /** The values of all options of that name. */
    static List<String> values(CommandLine command, String option) {
        List<String> values = new ArrayList<>();
        List<String> arguments = command.arguments();
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i - 1).equals(option)) {
                values.add(arguments.get(i));
            }
        }
        return values;
    }

    /** The value of the only option of that name. */
    static String value(CommandLine command, String option) {
        List<String> values = values(command, option);
        Assertions.assertThat(values).as(option + " in " + command.arguments()).hasSize(1);
        return values.get(0);
    }

    /** The device with that {@code id}. */
    static String device(CommandLine command, String id) {
        return values(command, "-device").stream()
                .filter(device -> device.contains("\"id\":\"" + id + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no device " + id + " in " + command.arguments()));
    }

    /** Asserts a refusal that names element and remedy. */
    static AbstractStringAssert<?> assertUnsupported(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        Assertions.assertThat(thrown).isInstanceOf(InnkeeperException.class);
        InnkeeperException error = (InnkeeperException) thrown;
        Assertions.assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        Assertions.assertThat(error.info().str2()).as("the element").startsWith("/domain");
        return Assertions.assertThat(
                error.getMessage() + " " + error.info().remedy().orElse(""));
    }

    /** Asserts that the definition is refused as contradictory. */
    static AbstractStringAssert<?> assertUnacceptable(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        Assertions.assertThat(thrown).isInstanceOf(InnkeeperException.class);
        Assertions.assertThat(((InnkeeperException) thrown).code())
                .isIn(ErrorCode.XML_ERROR, ErrorCode.CONFIG_UNSUPPORTED, ErrorCode.XML_DETAIL);
        return Assertions.assertThat(thrown.getMessage());
    }
}
