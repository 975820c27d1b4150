package org.innkeeper.driver.qemu.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedStateTest {
    private static final int LENGTH_AT = 28;

    @TempDir
    Path directory;

    private static byte[] header() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SavedState.writeHeader(out, true, "<domain>\u00e4</domain>");
        return out.toByteArray();
    }

    @Test
    void isWholeOnlyWhenItIsSaidSo() throws IOException {
        Path file = directory.resolve("guest.save");
        try (OutputStream out = Files.newOutputStream(file)) {
            SavedState.writeHeader(out, true, "<domain>\u00e4</domain>");
            out.write("state".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(SavedState.readHeader(file))
                .isEqualTo(new SavedState.Header(false, true, "<domain>\u00e4</domain>"));

        SavedState.markComplete(file);

        assertThat(SavedState.readHeader(file).complete()).isTrue();
        try (var in = Files.newInputStream(file)) {
            SavedState.readHeader(in);
            assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("state");
        }
    }

    @Test
    void aLengthThatCannotBeIsRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] header = header();
        header[LENGTH_AT] = 0x7f;

        assertThatThrownBy(() -> SavedState.readHeader(new ByteArrayInputStream(header)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("length");
    }

    @Test
    void aFileThatEndsTooSoonIsRefused() throws IOException {
        byte[] header = header();

        for (int length : new int[] {0, 10, 20, 31, header.length - 1}) {
            byte[] cut = Arrays.copyOf(header, length);
            assertThatThrownBy(() -> SavedState.readHeader(new ByteArrayInputStream(cut)))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        byte[] header = header();
        header[19] = 9;

        assertThatThrownBy(() -> SavedState.readHeader(new ByteArrayInputStream(header)))
                .hasMessageContaining("version 9");
    }
}
