package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.driver.xen.part.DomainKey;

/** A paravirtualized Linux guest that xl made, past the driver: what the driver sees of it is compared with what xl does. */
final class XlGuest implements AutoCloseable {
    private static final Path GUEST = Path.of("/srv/guest");

    private final DomainKey key;
    private final Path file;

    private XlGuest(DomainKey key, Path file) {
        this.key = key;
        this.file = file;
    }

    /** Starts one with two virtual CPUs and no devices, for which scripts would have to run. */
    static XlGuest start(String name) throws IOException {
        UUID uuid = UUID.randomUUID();
        Path file = Files.createTempFile(name, ".cfg");
        Files.writeString(
                file,
                """
                name = "%s"
                uuid = "%s"
                type = "pv"
                kernel = "%s/vmlinuz"
                ramdisk = "%s/initrd"
                extra = "console=hvc0 loglevel=4"
                memory = 160
                vcpus = 2
                """
                        .formatted(name, uuid, GUEST, GUEST));
        xl("create", "-q", file.toString());
        int id = Integer.parseInt(xl("domid", name).trim());
        return new XlGuest(new DomainKey(id, uuid, name), file);
    }

    DomainKey key() {
        return key;
    }

    int id() {
        return key.id();
    }

    /** Runs xl and gives what it printed; a failure is the test's. */
    static String xl(String... arguments) throws IOException {
        return run("xl", arguments);
    }

    static String run(String tool, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(command + ": " + text).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        if (xl("list").contains(key.name() + " ")) {
            xl("destroy", key.name());
        }
        Files.delete(file);
    }
}
