package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.driver.qemu.guest.BootSector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConsoleTest {
    @TempDir
    Path directory;

    private GuestHost host;
    private ConsoleFacet console;

    @BeforeEach
    void open() {
        host = GuestHost.open(directory);
        console = host.facet(ConsoleFacet.class);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    private DomainRef start(String devices) {
        Path image = BootSector.write(directory.resolve("guest.img"));
        String disk = "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + image
                + "'/><target dev='vda' bus='virtio'/></disk>";
        return host.domains()
                .createXml(soon(), GuestHost.tinyGuest("console", "<features><acpi/></features>", disk + devices), 1);
    }

    /** QEMU looks once a second whether somebody has opened the terminal, and drops what the guest says before that. */
    private static void expectEcho(ByteStream stream) {
        byte[] typed = "hello".getBytes(StandardCharsets.US_ASCII);
        stream.write(typed, 0, typed.length);
        StringBuilder heard = new StringBuilder();
        byte[] buffer = new byte[64];
        while (heard.indexOf("hello") < 0) {
            int count = stream.read(buffer, 0, buffer.length);
            assertThat(count).as("after '%s'", heard).isPositive();
            heard.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aConsoleIsReadAndWritten() {
        DomainRef domain = start("<serial type='pty'/>");

        try (ByteStream stream = console.openConsole(soon(), domain, null, 0)) {
            host.domains().resume(soon(), domain);
            expectEcho(stream);
        }
    }

    @Test
    void aConsoleThatIsOpenIsTakenOnlyByForce() {
        DomainRef domain = start("<serial type='pty'/>");
        ByteStream first = console.openConsole(soon(), domain, null, 0);

        assertThatThrownBy(() -> console.openConsole(soon(), domain, null, 2))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("open already");
        try (ByteStream second = console.openConsole(soon(), domain, "serial0", 1)) {
            host.domains().resume(soon(), domain);
            expectEcho(second);
            assertThat(first.read(new byte[1], 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void thePictureOfAScreenIsAPicture() {
        DomainRef domain = start("<video><model type='vga'/></video>");

        Screenshot picture = console.screenshot(soon(), domain, 0);

        assertThat(picture.mimeType()).isIn("image/png", "image/x-portable-pixmap");
        assertThat(picture.data()).hasSizeGreaterThan(50);
        assertThatThrownBy(() -> console.screenshot(soon(), domain, 5)).isInstanceOf(InnkeeperException.class);
    }

    @Test
    void unknownKeysAreRefused() {
        DomainRef domain = start("");

        assertThatThrownBy(() -> console.sendKey(soon(), domain, 0, 0, List.of(9999)))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("9999");
        console.injectNmi(soon(), domain);
    }
}
