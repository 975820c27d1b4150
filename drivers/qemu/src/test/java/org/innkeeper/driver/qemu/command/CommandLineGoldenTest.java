package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.definition.GuestDefinition;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.StoredEmulators;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions and the command lines they must become, word by word. */
class CommandLineGoldenTest {
    private static final Path IMAGES = Path.of("/images");
    private static final Path RUN = Path.of("/run/guest");

    private static List<String> build(DomainDocument definition) {
        return new CommandLineBuilder(Definitions.quietHost())
                .build(definition, StoredEmulators.qemu72(), Definitions.paths(RUN), Accelerator.TCG, StartMode.BOOT)
                .arguments();
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
    void theCommandLineIs(String name) {
        String actual = String.join("\n", build(Definitions.load(name, IMAGES))) + "\n";
        assertThat(actual).isEqualTo(Definitions.text(name + ".args"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pc-disks", "pc-screens", "q35-full", "q35-conventional", "q35-many"})
    void aCompleteDefinitionStaysAsItIs(String name) {
        DomainDocument definition = Definitions.load(name, IMAGES);
        String before = definition.toText();
        GuestDefinition once = GuestDefinition.complete(definition.root(), StoredEmulators.qemu72());
        GuestDefinition twice = GuestDefinition.complete(once.root(), StoredEmulators.qemu72());
        assertThat(twice.root().toText()).isEqualTo(once.root().toText());
        assertThat(definition.toText()).isEqualTo(before);
        assertThat(build(DomainDocument.parse(once.root().toText()))).isEqualTo(build(definition));
    }
}
