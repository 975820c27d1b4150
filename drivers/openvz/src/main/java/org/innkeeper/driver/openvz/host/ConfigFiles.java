package org.innkeeper.driver.openvz.host;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/** The configuration files of a host's containers, {@code VEID.conf}. */
public final class ConfigFiles {
    private static final Logger LOG = System.getLogger(ConfigFiles.class.getName());

    /** The longest file that is read, bytes. */
    static final int LONGEST = 1 << 20;

    private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,9})\\.conf");

    private final Path directory;

    public ConfigFiles(Path directory) {
        this.directory = directory;
    }

    /** The containers that have a file, ascending; none where the directory is missing. */
    public List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && Long.parseLong(name.group(1)) <= Integer.MAX_VALUE) {
                    ids.add(Integer.parseInt(name.group(1)));
                }
            });
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failed(ErrorCode.READ_FAILED, directory, "cannot be listed", e);
        }
        Collections.sort(ids);
        return ids;
    }

    public boolean exists(int veid) {
        return Files.exists(file(veid));
    }

    private Path file(int veid) {
        return directory.resolve(veid + ".conf");
    }

    /** The file of a container; empty where there is none. */
    public Optional<ContainerConfig> read(int veid) {
        return read(file(veid));
    }

    /** What holds for all containers; what is wrong with the file is logged, since the containers can do without it. */
    public HostConfig host() {
        Path file = directory.resolveSibling("vz.conf");
        Optional<ContainerConfig> config = Optional.empty();
        try {
            config = read(file);
        } catch (InnkeeperException e) {
            LOG.log(Level.WARNING, "{0} is not used: {1}", file, e.getMessage());
        }
        return new HostConfig(config.orElseGet(() -> ContainerConfig.parse(file.toString(), "")));
    }

    private static Optional<ContainerConfig> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw VzErrors.of(
                        ErrorCode.READ_FAILED,
                        file + " is longer than " + (LONGEST >> 10) + " KiB",
                        "Look what is in it; it is no configuration of a container");
            }
            return Optional.of(ContainerConfig.parse(file.toString(), new String(bytes, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(ErrorCode.READ_FAILED, file, "cannot be read", e);
        }
    }

    /** Replaces the file at once: whoever reads it sees the old or the new one. Its rights stay as they are. */
    public void edit(int veid, UnaryOperator<ContainerConfig> change) {
        ContainerConfig before =
                read(veid).orElseThrow(() -> VzErrors.noDomain(veid + ": its configuration file is gone"));
        ContainerConfig after = change.apply(before);
        if (after.text().equals(before.text())) {
            return;
        }
        Path file = file(veid);
        Path fresh = null;
        try {
            Path target = file.toRealPath();
            fresh = Files.createTempFile(target.getParent(), "." + veid, ".new");
            Files.writeString(fresh, after.text());
            PosixFileAttributeView rights = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
            if (rights != null) {
                rights.setPermissions(Files.getPosixFilePermissions(target));
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            removeLeftover(fresh, e);
            throw failed(ErrorCode.WRITE_FAILED, file, "cannot be replaced", e);
        }
    }

    private static void removeLeftover(Path file, IOException problem) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    private static InnkeeperException failed(ErrorCode code, Path file, String problem, IOException cause) {
        return VzErrors.of(
                code, file + " " + problem + ": " + IoReason.of(cause), "Run as root, and look at its rights", cause);
    }
}
