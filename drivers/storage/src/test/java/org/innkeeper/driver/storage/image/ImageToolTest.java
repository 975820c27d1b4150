package org.innkeeper.driver.storage.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageToolTest {
    @TempDir
    Path directory;

    private ImageTool script(String text) throws IOException {
        Path program = Files.writeString(directory.resolve("qemu-img"), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new ImageTool(List.of(directory));
    }

    @Test
    void aMissingToolIsNamedWithItsPackage() {
        ImageTool tool = new ImageTool(List.of(directory));
        assertThat(tool.isThere()).isFalse();
        assertThatThrownBy(() -> tool.run(CallContext.create(), List.of("create"), "x"))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.getMessage()).contains("qemu-img is not installed");
                    assertThat(e.info().remedy().orElseThrow()).contains("qemu-utils");
                });
    }

    @Test
    void itsOwnWordsAreInTheError() throws IOException {
        ImageTool tool = script("echo 'qemu-img: no space left' >&2; exit 1");
        assertThatThrownBy(() -> tool.run(CallContext.create(), List.of("create"), "disk"))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_FAILED);
                    assertThat(e.getMessage()).contains("no space left").contains("disk");
                });
    }

    @Test
    void progressIsTold() throws IOException {
        ImageTool tool = script("printf '    (0.00/100%%)\\r    (50.25/100%%)\\r    (100.00/100%%)\\r\\n'");
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        tool.run(CallContext.watchedBy(told::add), List.of("convert"), "disk");
        assertThat(told).containsExactly(0.0, 0.5025, 1.0);
    }

    @Test
    void aRunThatTakesTooLongIsEnded() throws IOException {
        ImageTool tool = script("exec sleep 60");
        assertThatThrownBy(() -> tool.run(CallContext.within(Duration.ofMillis(200)), List.of("convert"), "disk"))
                .isInstanceOf(CallCancelledException.class);
    }

    @Test
    void aRunThatIsNotWantedAnyMoreIsEnded() throws IOException {
        ImageTool tool = script("printf '    (1.00/100%%)\\r    (2.00/100%%)\\r'; exec sleep 60");
        CallContext[] context = new CallContext[1];
        context[0] = CallContext.watchedBy(progress -> context[0].cancel());
        assertThatThrownBy(() -> tool.run(context[0], List.of("convert"), "disk"))
                .isInstanceOf(CallCancelledException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void aChainOfImagesIsTold() {
        ImageTool tool = new ImageTool();
        assumeTrue(tool.isThere(), "qemu-img is not installed");
        Path base = directory.resolve("base.img");
        Path top = directory.resolve("top.qcow2");
        tool.run(CallContext.create(), List.of("create", "-f", "raw", base.toString(), "1M"), "base");
        ImageRecipe recipe = new ImageRecipe(
                ImageFormat.QCOW2, -1, 0, base.toString(), ImageFormat.RAW, null, true, 0, false, false, false);
        tool.run(CallContext.create(), recipe.createArguments(top), "top");
        ImageInfo info = tool.info(CallContext.create(), top, ImageFormat.QCOW2);
        assertThat(info.capacity()).isEqualTo(1 << 20);
        assertThat(info.backing()).isEqualTo(base.toString());
        assertThat(info.backingFormat()).isEqualTo("raw");
        assertThat(info.compat()).isEqualTo("1.1");
        assertThat(info.lazyRefcounts()).isTrue();
    }
}
