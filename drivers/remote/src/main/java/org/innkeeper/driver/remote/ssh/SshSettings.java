package org.innkeeper.driver.remote.ssh;

import com.jcraft.jsch.ConfigRepository;
import com.jcraft.jsch.OpenSSHConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/**
 * The user's {@code ~/.ssh/config}. The library reads hosts and their values; files that are included are put into their
 * place here, and what the library would pass over in silence is refused or said.
 */
final class SshSettings {
    private static final System.Logger LOG = System.getLogger(SshSettings.class.getName());
    private static final int DEPTH_MAX = 16;
    private static final String KEY_FILE = "IdentityFile";

    private final Path directory;
    private final ConfigRepository repository;

    private SshSettings(Path directory, ConfigRepository repository) {
        this.directory = directory;
        this.repository = repository;
    }

    /** @param directory the user's {@code .ssh}; it need not be there */
    static SshSettings read(Path directory) {
        Path file = directory.resolve("config");
        try {
            List<String> lines = Files.isReadable(file) ? withIncludes(directory, file, 0) : List.of();
            return new SshSettings(directory, OpenSSHConfig.parse(String.join("\n", eachItsOwn(lines)) + "\n"));
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorCode.SYSTEM_ERROR,
                    ErrorOrigin.LIBSSH,
                    "the ssh settings " + file + " cannot be read: " + IoReason.of(e),
                    e);
        }
    }

    private static List<String> withIncludes(Path directory, Path file, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            throw new IOException("files include each other more than " + DEPTH_MAX + " deep");
        }
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] words = line.strip().split("[\\s=]+", 2);
            String keyword = words[0].toLowerCase(Locale.ROOT);
            if (keyword.equals("include") && words.length == 2) {
                for (Path included : included(directory, words[1])) {
                    lines.addAll(withIncludes(directory, included, depth + 1));
                }
            } else if (keyword.equals("match")) {
                LOG.log(System.Logger.Level.WARNING, "{0}: the block \"{1}\" is passed over", file, line.strip());
                // A host nobody connects to, so that what follows is for nobody.
                lines.add("Host \0");
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Of several blocks for the same hosts the library keeps the last alone: a host that there is not tells them apart. */
    private static List<String> eachItsOwn(List<String> lines) {
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            told.add(line.strip().matches("(?i)host[\\s=].*") ? line + " \0" + told.size() : line);
        }
        return told;
    }

    private static List<Path> included(Path directory, String patterns) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String pattern : patterns.split("\\s+")) {
            String text = pattern.replace("\"", "").replaceFirst("^~", System.getProperty("user.home"));
            Path path = directory.resolve(text);
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
            if (path.getParent() != null && Files.isDirectory(path.getParent())) {
                try (Stream<Path> siblings = Files.list(path.getParent())) {
                    siblings.filter(matcher::matches)
                            .filter(Files::isRegularFile)
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    Path directory() {
        return directory;
    }

    /** The settings for the library, but for the key files, which are read here. */
    ConfigRepository repository() {
        return host -> new WithoutKeyFiles(repository.getConfig(host));
    }

    private record WithoutKeyFiles(ConfigRepository.Config all) implements ConfigRepository.Config {
        @Override
        public String getHostname() {
            return all.getHostname();
        }

        @Override
        public String getUser() {
            return all.getUser();
        }

        @Override
        public int getPort() {
            return all.getPort();
        }

        @Override
        public String getValue(String key) {
            return key.equalsIgnoreCase(KEY_FILE) ? null : all.getValue(key);
        }

        @Override
        public String[] getValues(String key) {
            return key.equalsIgnoreCase(KEY_FILE) ? null : all.getValues(key);
        }
    }

    /** The value for a host, or null. */
    String value(String host, String key) {
        return repository.getConfig(host).getValue(key);
    }

    /** The values for a host of a key that may come several times. */
    List<String> values(String host, String key) {
        String[] values = repository.getConfig(host).getValues(key);
        return values == null ? List.of() : List.of(values);
    }

    /** The key files for a host; without a setting those that have one of these names. */
    List<Path> identityFiles(String host, List<String> otherwise) {
        List<String> names = values(host, KEY_FILE);
        if (names.isEmpty()) {
            return otherwise.stream().map(directory::resolve).toList();
        }
        String home = System.getProperty("user.home");
        return names.stream()
                .map(name -> (name.startsWith("~/") ? home + name.substring(1) : name)
                        .replace("%d", home)
                        .replace("%h", farName(host)))
                .map(directory::resolve)
                .toList();
    }

    private String farName(String host) {
        String name = repository.getConfig(host).getHostname();
        return name == null ? host : name;
    }
}
