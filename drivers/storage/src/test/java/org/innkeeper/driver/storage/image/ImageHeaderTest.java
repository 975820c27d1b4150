package org.innkeeper.driver.storage.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageHeaderTest {
    private static final long SIZE = 8L << 20;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"QCOW2", "QCOW", "QED", "VMDK", "VDI", "VHDX", "VPC"})
    void theHeadersOfRealImagesAreKnown(ImageFormat format) throws IOException {
        ImageTool tool = new ImageTool();
        assumeTrue(tool.isThere(), "qemu-img is not installed");
        Path image = directory.resolve("image");
        tool.run(
                CallContext.create(),
                List.of("create", "-q", "-f", format.toolName(), image.toString(), "8M"),
                "image");
        ImageHeader header = ImageHeader.read(image);
        // A fixed-size header is at the end of some VHDs; those that grow have one at the start as well.
        assertThat(header.format()).isEqualTo(format);
        if (header.capacity() >= 0) {
            assertThat(header.capacity()).isBetween(SIZE, SIZE + (1 << 20));
        }
        assertThat(tool.info(CallContext.create(), image, format).capacity()).isBetween(SIZE, SIZE + (1 << 20));
    }

    @Test
    void anIsoIsKnownByItsVolumeDescriptor() throws IOException {
        Path image = directory.resolve("cd.iso");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(0x8000);
            file.write(new byte[] {1, 'C', 'D', '0', '0', '1', 1});
            file.setLength(0x10000);
        }
        assertThat(ImageHeader.read(image)).isEqualTo(new ImageHeader(ImageFormat.ISO, 0x10000));
    }

    @Test
    void everythingElseIsRaw() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));
        assertThat(ImageHeader.read(empty)).isEqualTo(new ImageHeader(ImageFormat.RAW, 0));
        Path text = Files.writeString(directory.resolve("text"), "QFI");
        assertThat(ImageHeader.read(text)).isEqualTo(new ImageHeader(ImageFormat.RAW, 3));
        Path huge = Files.write(directory.resolve("huge"), new byte[4096]);
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write(new byte[] {'Q', 'F', 'I', (byte) 0xfb, 0, 0, 0, 3});
            file.seek(24);
            file.writeLong(-1);
        }
        assertThat(ImageHeader.read(huge)).isEqualTo(new ImageHeader(ImageFormat.QCOW2, -1));
    }
}
