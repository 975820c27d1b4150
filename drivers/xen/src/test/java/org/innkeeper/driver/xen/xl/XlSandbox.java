package org.innkeeper.driver.xen.xl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.DomainKey;

/** A Xen host in a directory: an {@code xl} that says what the one of Xen 4.17 said, and notes what it is asked. */
public final class XlSandbox {
    static final DomainKey PV = key(6, "1", "xl-pv");

    private final Path root;

    public XlSandbox(Path root) throws IOException {
        this.root = root;
        for (String file : List.of(
                "info-n.txt", "list-v.txt", "list-l.json", "list-l-one.json", "vcpu-list.txt", "sched-credit2.txt")) {
            Files.write(root.resolve(file), bytes(file));
        }
        Files.write(root.resolve("xl"), bytes("xl.sh"));
        Files.setPosixFilePermissions(root.resolve("xl"), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(root.resolve("dev/xen"));
        Files.createFile(root.resolve("dev/xen/privcmd"));
        for (String directory : List.of("proc/xen", "sys", "etc", "run", "lib")) {
            Files.createDirectories(root.resolve(directory));
        }
        Files.writeString(root.resolve("proc/xen/capabilities"), "control_d\n");
    }

    static DomainKey key(int id, String last, String name) {
        return new DomainKey(id, UUID.fromString("5b7c1d1e-0001-4a00-8000-00000000000" + last), name);
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = XlSandbox.class.getResourceAsStream("/xl/" + resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    /** The URI of a host that has nothing of Xen but this xl, which lists from now on what it starts. */
    public String uri() {
        write("keeps.started", "");
        return "xen:///?tools=%1$s&dev=%1$s/dev&proc=%1$s/proc&sys=%1$s/sys&etc=%1$s/etc&run=%1$s/run&lib=%1$s/lib"
                .formatted(root);
    }

    HostPaths paths() {
        return HostPaths.ofThisMachine().withDev(root.resolve("dev")).withTools(root);
    }

    XlPart part() {
        return new XlPart(paths());
    }

    void write(String file, String text) {
        try {
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** The calls of xl, each with a bar after every argument. */
    public List<String> calls() {
        return Files.exists(root.resolve("calls")) ? read("calls").lines().toList() : List.of();
    }

    String lastCall() {
        List<String> calls = calls();
        return calls.get(calls.size() - 1);
    }
}
