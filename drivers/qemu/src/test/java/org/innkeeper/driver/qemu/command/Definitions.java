package org.innkeeper.driver.qemu.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.process.GuestPaths;

/** The definitions of these tests, and the paths their guests have. */
final class Definitions {
    private Definitions() {}

    /** A definition among the resources, with {@code @DIR@} replaced. */
    static DomainDocument load(String name, Path directory) {
        return DomainDocument.parse(text(name + ".xml").replace("@DIR@", directory.toString()));
    }

    /** The text of a resource. */
    static String text(String name) {
        try (InputStream resource = Definitions.class.getResourceAsStream("/commandline/" + name)) {
            if (resource == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GuestPaths paths(Path directory) {
        return new GuestPaths(
                directory.resolve("monitor.sock"),
                directory.resolve("vnc.sock"),
                directory.resolve("guest.log"),
                directory.resolve("guest.pid"),
                directory);
    }

    /** A host where everything is free, so that command lines are the same each time. */
    static HostResources quietHost() {
        return new HostResources() {
            private int taps;

            @Override
            public int freePort(String address) {
                return 5900;
            }

            @Override
            public String freeTapName() {
                return "vnet" + taps++;
            }

            @Override
            public ZonedDateTime now() {
                return ZonedDateTime.of(2009, 2, 13, 23, 1, 30, 0, ZoneOffset.ofHoursMinutes(0, -30));
            }

            @Override
            public Optional<BackingReference> backingOf(Path image) {
                return Optional.empty();
            }

            @Override
            public boolean isCdDrive(Path device) {
                return device.toString().equals("/dev/cdrom");
            }
        };
    }
}
