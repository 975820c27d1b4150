package org.innkeeper.driver.xen.xl;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/**
 * The file a guest is started from. libvirt's files hold things that xl does not understand: it overlooks {@code bootargs}
 * and the {@code type} of a screen, and refuses {@code access=!} and NUMA nodes that the host does not have; and a file need not have a UUID, where xl would make up another one at each
 * start. Such a file is started from a copy that only its owner can read, which is removed on closing.
 */
final class StartFile implements AutoCloseable {
    private static final String NODES = "vnuma";
    private static final Pattern HOST_NODE = Pattern.compile("\\s*pnode\\s*=.*");

    private final Path path;
    private final boolean temporary;

    private StartFile(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /**
     * The file to start a stored guest from.
     *
     * @param uuid what the guest has where the file names none
     * @param hostNodes how many NUMA nodes the host has, asked where the guest has some
     */
    static StartFile of(Path file, UUID uuid, IntSupplier hostNodes) {
        ConfigFile stored = ConfigFile.read(file);
        ConfigFile accepted = accepted(stored, uuid, hostNodes);
        return accepted.text().equals(stored.text()) ? new StartFile(file, false) : write(accepted);
    }

    static StartFile of(ConfigFile configuration, UUID uuid, IntSupplier hostNodes) {
        return write(accepted(configuration, uuid, hostNodes));
    }

    /** What xl 4.17 takes for what was meant. */
    static ConfigFile accepted(ConfigFile stored, UUID uuid, IntSupplier hostNodes) {
        ConfigFile file = stored;
        if (stored.value("bootargs").orElse(null) instanceof ConfigValue.Text arguments
                && stored.value("bootloader_args").isEmpty()) {
            String[] words = arguments.value().strip().split("\\s+");
            file = file.without("bootargs").with("bootloader_args", ConfigValue.Items.of(words));
        }
        file = accepted(file, "disk", StartFile::acceptedDisk);
        file = accepted(file, "vfb", StartFile::acceptedScreen);
        file = onNodesOfTheHost(file, hostNodes);
        if (stored.value("uuid").isEmpty()) {
            file = file.with("uuid", new ConfigValue.Text(uuid.toString()));
        }
        return file;
    }

    private static ConfigFile accepted(ConfigFile file, String list, UnaryOperator<String> change) {
        if (!(file.value(list).orElse(null) instanceof ConfigValue.Items items)) {
            return file;
        }
        List<ConfigValue> accepted = new ArrayList<>();
        for (ConfigValue item : items.values()) {
            accepted.add(
                    item instanceof ConfigValue.Text text ? new ConfigValue.Text(change.apply(text.value())) : item);
        }
        return file.with(list, new ConfigValue.Items(accepted));
    }

    /** libvirt's files put each node of a guest on the host's of the same number; where those are fewer, all are on the first. */
    private static ConfigFile onNodesOfTheHost(ConfigFile file, IntSupplier hostNodes) {
        if (!(file.value(NODES).orElse(null) instanceof ConfigValue.Items nodes)
                || nodes.values().size() <= Math.max(1, hostNodes.getAsInt())) {
            return file;
        }
        List<ConfigValue> moved = new ArrayList<>();
        for (ConfigValue node : nodes.values()) {
            moved.add(node instanceof ConfigValue.Items options ? onFirstNode(options) : node);
        }
        return file.with(NODES, new ConfigValue.Items(moved));
    }

    private static ConfigValue onFirstNode(ConfigValue.Items options) {
        return new ConfigValue.Items(options.values().stream()
                .map(option -> option instanceof ConfigValue.Text text
                                && HOST_NODE.matcher(text.value()).matches()
                        ? new ConfigValue.Text("pnode=0")
                        : option)
                .toList());
    }

    /** A screen is one of VNC for xl unless a switch says otherwise. */
    private static String acceptedScreen(String screen) {
        boolean window = (screen + ",").matches("(.*,)?\\s*type=sdl,.*") && !screen.contains("sdl=");
        return window ? screen + ",vnc=0,sdl=1" : screen;
    }

    /** A disk that may be shared is written to like any other: xl does not check who else has it. */
    static String acceptedDisk(String disk) {
        int path = disk.indexOf("target=");
        String options = path < 0 ? disk : disk.substring(0, path);
        return options.replaceFirst("(^|,)access=!(,|$)", "$1access=rw$2") + disk.substring(options.length());
    }

    private static StartFile write(ConfigFile configuration) {
        try {
            Path copy = Files.createTempFile("innkeeper-", ".cfg");
            Files.writeString(copy, configuration.text(), StandardCharsets.UTF_8);
            return new StartFile(copy, true);
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.WRITE_FAILED,
                                    ErrorOrigin.XENXL,
                                    "The file that the guest is to be started from cannot be written: "
                                            + IoReason.of(e))
                            .withRemedy("Make room in the directory for temporary files"),
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                System.getLogger(StartFile.class.getName()).log(Level.WARNING, path + " could not be removed", e);
            }
        }
    }
}
