package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.StoredEmulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingChainTest {
    @TempDir
    Path directory;

    private static List<String> blockNodes(String disk) {
        String xml = "<domain type='qemu'><name>g</name><memory>65536</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>" + disk + "</devices></domain>";
        List<String> arguments = new CommandLineBuilder()
                .build(
                        DomainDocument.parse(xml),
                        StoredEmulators.qemu72(),
                        Definitions.paths(Path.of("/run")),
                        Accelerator.TCG,
                        StartMode.BOOT)
                .arguments();
        List<String> nodes = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i - 1).equals("-blockdev")) {
                nodes.add(arguments.get(i));
            }
        }
        return nodes;
    }

    private static String disk(String file, String backing) {
        return "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='" + file
                + "'/><target dev='vda' bus='virtio'/>" + backing + "</disk>";
    }

    private void qemuImg(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/qemu-img")), "qemu-img is not installed");
        List<String> command = new ArrayList<>(List.of("qemu-img"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aChainThatIsNamedIsWrittenWithItsFormats() {
        List<String> nodes = blockNodes(disk(
                "/top",
                "<backingStore type='file'><format type='qcow2'/><source file='/middle'/>"
                        + "<backingStore type='file'><format type='raw'/><source file='/base'/><backingStore/>"
                        + "</backingStore></backingStore>"));
        assertThat(nodes).hasSize(6);
        assertThat(nodes.get(1)).contains("/base");
        assertThat(nodes.get(2)).contains("\"driver\":\"raw\"").doesNotContain("backing");
        assertThat(nodes.get(4)).contains("\"driver\":\"qcow2\"").contains("\"backing\":\"libvirt-1-below2-format\"");
        assertThat(nodes.get(5)).contains("\"backing\":\"libvirt-1-below1-format\"");
    }

    @Test
    void anEmptyElementEndsTheChain() {
        assertThat(blockNodes(disk("/top", "<backingStore/>")).get(1)).contains("\"backing\":null");
    }

    @Test
    void aBackingImageWithoutFormatIsRefused() {
        assertThatThrownBy(() ->
                        blockNodes(disk("/top", "<backingStore type='file'><source file='/base'/></backingStore>")))
                .hasMessageContaining("never guessed");
    }

    @Test
    void aHeaderThatSaysTheFormatIsTrustedAndOneThatDoesNotIsRefused() throws Exception {
        qemuImg("create", "-q", "-f", "raw", "base", "1M");
        qemuImg("create", "-q", "-f", "qcow2", "-b", "base", "-F", "raw", "middle");
        qemuImg("create", "-q", "-f", "qcow2", "-b", "middle", "-F", "qcow2", "top");
        String top = directory.resolve("top").toString();
        assertThat(BackingReference.read(directory.resolve("top"))).contains(new BackingReference("middle", "qcow2"));
        assertThat(blockNodes(disk(top, ""))).hasSize(2);

        removeFormat(directory.resolve("middle"));
        assertThat(BackingReference.read(directory.resolve("middle"))).contains(new BackingReference("base", null));
        assertThatThrownBy(() -> blockNodes(disk(top, ""))).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
            assertThat(e.getMessage()).contains("middle").contains("base");
            assertThat(e.info().remedy().orElseThrow()).contains("qemu-img rebase");
        });
    }

    /** Makes the header extension with the format of the backing image one that nobody knows. */
    private static void removeFormat(Path image) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        for (int at = 72; at < 1000; at++) {
            if (ByteBuffer.wrap(bytes).getInt(at) == 0xe2792aca) {
                ByteBuffer.wrap(bytes).putInt(at, 0x12345678);
                Files.write(image, bytes);
                return;
            }
        }
        throw new AssertionError("the image does not say the format below it");
    }

    @Test
    void otherFilesHaveNothingBelow() throws IOException {
        assertThat(BackingReference.read(directory.resolve("absent"))).isEmpty();
        Path text = Files.write(directory.resolve("text"), "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(BackingReference.read(text)).isEmpty();
        ByteBuffer broken = ByteBuffer.allocate(200);
        broken.putInt(0, 0x514649fb).putInt(4, 3).putLong(8, 150).putInt(16, Integer.MAX_VALUE);
        assertThat(BackingReference.read(Files.write(directory.resolve("broken"), broken.array())))
                .isEmpty();
    }
}
