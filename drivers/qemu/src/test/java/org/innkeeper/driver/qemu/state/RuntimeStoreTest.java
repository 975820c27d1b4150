package org.innkeeper.driver.qemu.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.process.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeStoreTest {
    @TempDir
    Path directory;

    private final List<String> problems = new ArrayList<>();

    private RuntimeRecord record() {
        return new RuntimeRecord(
                UUID.randomUUID(),
                7,
                new ProcessIdentity(4711, "boot:12345"),
                new GuestPaths(
                        directory.resolve("monitor"),
                        directory.resolve("vnc"),
                        directory.resolve("log"),
                        directory.resolve("pid"),
                        directory),
                99,
                "tcg",
                new DomainStatus(DomainState.PAUSED, 1),
                true,
                List.of("vnet0", "vnet1"),
                List.of("qemu", "-name", "guest=<a> & 'b'", "{\"json\": \"x\"}", ""),
                XmlDocument.parse("<domain id='7'><name>a</name></domain>"));
    }

    @Test
    void readsWhatItWrote() {
        RuntimeStore store = new RuntimeStore(directory.resolve("active"));
        RuntimeRecord written = record();

        store.save(written);
        List<RuntimeRecord> read = store.load(problems::add);

        assertThat(read).hasSize(1);
        assertThat(read.get(0))
                .usingRecursiveComparison()
                .ignoringFields("definition")
                .isEqualTo(written);
        assertThat(CanonicalXml.of(read.get(0).definition())).isEqualTo(CanonicalXml.of(written.definition()));
        store.remove(written.uuid());
        assertThat(store.load(problems::add)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version='1'>version='9'",
                " pid='4711'> pid='many'",
                "<taps>><taps2>",
                "started=>begun=",
                "<domain>><x>"
            })
    void setsADamagedRecordAside(String change) throws IOException {
        RuntimeStore store = new RuntimeStore(directory.resolve("active"));
        RuntimeRecord written = record();
        store.save(written);
        Path file = directory.resolve("active").resolve(written.uuid() + ".xml");
        int arrow = change.indexOf('>', 1);
        String damaged = Files.readString(file)
                .replace('"', '\'')
                .replace(change.substring(0, arrow), change.substring(arrow + 1));
        Files.writeString(file, damaged);

        assertThat(store.load(problems::add)).isEmpty();

        assertThat(problems).hasSize(1).first().asString().contains("may have to be ended by hand");
        assertThat(file.resolveSibling(file.getFileName() + ".damaged")).hasContent(damaged);
    }
}
