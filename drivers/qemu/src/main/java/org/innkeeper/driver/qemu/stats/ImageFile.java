package org.innkeeper.driver.qemu.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.process.Programs;

/** Asks {@code qemu-img} about an image that no guest has open. The format is the definition's, never probed. */
final class ImageFile {
    private static final int MAX_OUTPUT = 1 << 20;

    private ImageFile() {}

    static BlockInfo info(CallContext context, XmlElement disk) {
        context.check("reading an image");
        String file = DeviceStats.attribute(disk, "source", "file");
        String path = file == null ? DeviceStats.attribute(disk, "source", "dev") : file;
        if (path == null) {
            throw new InnkeeperException(ErrorCode.OPERATION_INVALID, ErrorOrigin.QEMU, "the disk has no medium");
        }
        String format = DeviceStats.attribute(disk, "driver", "type");
        Path program = Programs.find("qemu-img").orElseThrow(() -> failed(path, "qemu-img is not installed", null));
        try {
            Process process = new ProcessBuilder(List.of(
                            program.toString(),
                            "info",
                            "-U",
                            "-f",
                            format == null ? "raw" : format,
                            "--output=json",
                            "--",
                            path))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                JsonNode info = new ObjectMapper().readTree(out.readNBytes(MAX_OUTPUT));
                if (process.waitFor() != 0 || !info.has("virtual-size")) {
                    throw failed(path, "it cannot be read as " + (format == null ? "raw" : format), null);
                }
                long capacity = info.path("virtual-size").asLong();
                long allocation = info.path("actual-size").asLong(capacity);
                Path image = Path.of(path);
                return new BlockInfo(capacity, allocation, Files.isRegularFile(image) ? Files.size(image) : capacity);
            }
        } catch (IOException e) {
            throw failed(path, IoReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(path, "interrupted", e);
        }
    }

    private static InnkeeperException failed(String path, String reason, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.OPERATION_FAILED,
                                ErrorOrigin.QEMU,
                                "the size of " + path + " cannot be read: " + reason)
                        .withDetail(path),
                cause);
    }
}
