package org.innkeeper.driver.qemu.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareVariablesTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("nvram/guest.fd");
    }

    private XmlElement domain(String attributes) {
        return XmlElement.parse("<domain><os><nvram" + attributes + ">" + file + "</nvram></os></domain>");
    }

    @Test
    void theFileIsMadeFromTheTemplateOnce() throws IOException {
        Path template = Files.writeString(directory.resolve("VARS.fd"), "fresh");
        XmlElement domain = domain(" template='" + template + "'");
        FirmwareVariables.prepare(domain);
        assertThat(file).hasContent("fresh");
        Files.writeString(file, "changed by the guest");
        FirmwareVariables.prepare(domain);
        assertThat(file).hasContent("changed by the guest");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeMadeIsToldWithTheReason() {
        assertThatThrownBy(() -> FirmwareVariables.prepare(domain("")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().remedy().orElseThrow()).contains("template="));
        assertThatThrownBy(() -> FirmwareVariables.prepare(domain(" template='/no/such/template'")))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("/no/such/template");
        assertThat(file).doesNotExist();
    }

    @Test
    void guestsWithoutVariablesAreLeftAlone() {
        assertThatCode(() -> FirmwareVariables.prepare(XmlElement.parse("<domain><os/></domain>")))
                .doesNotThrowAnyException();
        assertThatCode(() -> FirmwareVariables.prepare(XmlElement.parse("<domain/>")))
                .doesNotThrowAnyException();
    }
}
