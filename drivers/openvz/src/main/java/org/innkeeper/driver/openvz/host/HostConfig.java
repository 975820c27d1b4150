package org.innkeeper.driver.openvz.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.IoReason;

/** What holds for all containers of a host: its file {@code vz.conf}, and where that one is silent what vzctl takes. */
public final class HostConfig {
    private static final Pattern TEMPLATE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._+-]*)\\.tar(\\.(gz|bz2|xz))?");

    /** Where vzctl keeps its things, by how it was built; the first that exists. */
    private static final List<Path> PLACES = List.of(Path.of("/vz"), Path.of("/var/lib/vz"));

    private final ContainerConfig config;

    /** @param config the file; empty where the host has none */
    HostConfig(ContainerConfig config) {
        this.config = config;
    }

    private static String withId(String text, int veid) {
        return text.replace("${VEID}", "$VEID").replace("$VEID", Integer.toString(veid));
    }

    private static Path place() {
        return PLACES.stream().filter(Files::isDirectory).findFirst().orElse(PLACES.get(0));
    }

    private Path directory(String key, String usual) {
        return config.value(key)
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> place().resolve(usual));
    }

    /** Where a container has its files. */
    public String privateArea(Container container) {
        String place = container
                .config()
                .value("VE_PRIVATE")
                .or(() -> config.value("VE_PRIVATE"))
                .orElseGet(() -> place().resolve("private/$VEID").toString());
        return withId(place, container.veid());
    }

    /** Where {@code vzctl chkpnt} saves a container to and {@code vzctl start} goes on from. */
    public Path dumpFile(int veid) {
        return directory("DUMPDIR", "dump").resolve("Dump." + veid);
    }

    /** The template that is taken where none is named. */
    public Optional<String> usualTemplate() {
        return config.value("DEF_OSTEMPLATE").filter(name -> !name.isBlank());
    }

    /** The operating system templates that are on this host, sorted. */
    public List<String> templates() {
        Path cache = directory("TEMPLATE", "template").resolve("cache");
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> TEMPLATE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            // None was ever fetched.
            return List.of();
        } catch (IOException e) {
            throw VzErrors.of(
                    ErrorCode.READ_FAILED,
                    cache + " cannot be listed: " + IoReason.of(e),
                    "Run as root, and look at its rights",
                    e);
        }
    }
}
