package org.innkeeper.driver.qemu.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionStoreTest {
    private static final UUID ID = UUID.fromString("c7a5fdbd-edaf-9455-926a-d65c16db1809");

    @TempDir
    Path directory;

    private final List<String> problems = new ArrayList<>();
    private DefinitionStore store;

    @BeforeEach
    void open() {
        store = new DefinitionStore(definitions(), directory.resolve("autostart"));
    }

    private Path definitions() {
        return directory.resolve("definitions");
    }

    private static XmlDocument definition(String title) {
        return XmlDocument.parse("<domain type='qemu'>\n  <uuid>" + ID + "</uuid>\n  <title>" + title
                + "</title>\n  <!-- kept -->\n</domain>\n");
    }

    @Test
    void keepsWhatItIsGivenToTheLetter() {
        store.save(ID, definition("one"));
        store.setAutostart(ID, true);

        List<DefinitionStore.Stored> loaded = store.load(problems::add);

        assertThat(loaded).hasSize(1);
        assertThat(loaded.get(0).definition().toText())
                .isEqualTo(definition("one").toText());
        assertThat(loaded.get(0).autostart()).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void replacesAFileAsAWholeAndForItsOwnerOnly() throws IOException {
        store.save(ID, definition("a much longer title than the next one has"));
        store.save(ID, definition("two"));

        try (Stream<Path> files = Files.list(definitions())) {
            assertThat(files).containsExactly(definitions().resolve(ID + ".xml"));
        }
        assertThat(Files.readString(definitions().resolve(ID + ".xml")))
                .isEqualTo(definition("two").toText());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(definitions().resolve(ID + ".xml"))))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsWhatIsRemoved() {
        store.save(ID, definition("gone"));
        store.setAutostart(ID, true);

        store.remove(ID);
        store.save(ID, definition("again"));

        assertThat(store.load(problems::add).get(0).autostart()).isFalse();
    }

    static Stream<Arguments> damage() {
        return Stream.of(
                Arguments.of(ID + ".xml", ""),
                Arguments.of(ID + ".xml", "<domain type='qemu'><uuid>" + ID + "</uuid>"),
                Arguments.of(ID + ".xml", "<network><uuid>" + ID + "</uuid></network>"),
                Arguments.of(ID + ".xml", "<domain><uuid>00000000-0000-0000-0000-000000000001</uuid></domain>"),
                Arguments.of("guest.xml", "<domain><uuid>" + ID + "</uuid></domain>"));
    }

    @ParameterizedTest
    @MethodSource("damage")
    void setsADamagedFileAsideAndTells(String name, String text) throws IOException {
        Files.createDirectories(definitions());
        Files.writeString(definitions().resolve(name), text);

        assertThat(store.load(problems::add)).isEmpty();

        assertThat(problems).hasSize(1).first().asString().contains(name).contains("damaged");
        assertThat(Files.readString(definitions().resolve(name + ".damaged"))).isEqualTo(text);
        assertThat(definitions().resolve(name)).doesNotExist();
    }

    @Test
    void keepsEveryDamagedFile() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.createDirectories(definitions());
            Files.writeString(definitions().resolve(ID + ".xml"), "damage " + i);
            store.load(problems::add);
        }

        try (Stream<Path> files = Files.list(definitions())) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void anUnfinishedFileIsNoDefinition() throws IOException {
        store.save(ID, definition("whole"));
        Files.writeString(definitions().resolve(ID + ".xml.new"), "<domain");

        assertThat(store.load(problems::add)).hasSize(1);
        assertThat(problems).isEmpty();
    }
}
