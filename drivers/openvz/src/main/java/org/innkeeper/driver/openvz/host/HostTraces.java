package org.innkeeper.driver.openvz.host;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The traces that changes of containers leave: in the kernel's tables of those that run and of checkpoints, and in the times
 * of the configuration files. Looking at them runs no tool. For any thread.
 */
public final class HostTraces {
    private static final Logger LOG = System.getLogger(HostTraces.class.getName());
    private static final int LONGEST = 4 << 20;

    private final HostPaths paths;
    private List<String> last = List.of();

    public HostTraces(HostPaths paths) {
        this.paths = paths;
    }

    /** Whether something is different from the last time; true at first. */
    public synchronized boolean changed() {
        List<String> now = new ArrayList<>();
        now.add(runningIds());
        now.add(text(paths.proc().resolve("cpt")));
        now.add(text(paths.proc().resolve("rst")));
        now.addAll(files());
        boolean different = !now.equals(last);
        last = now;
        return different;
    }

    /** Makes the next look find a difference. */
    public synchronized void forget() {
        last = List.of();
    }

    /** Numbers alone: how many processes a container has, which stands behind them, changes all the time. */
    private String runningIds() {
        StringBuilder ids = new StringBuilder();
        text(paths.containerTable()).lines().forEach(line -> ids.append(
                        line.strip().replaceFirst("\\s.*", ""))
                .append(' '));
        return ids.toString();
    }

    private static String text(Path table) {
        try (InputStream stream = Files.newInputStream(table)) {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            LOG.log(Level.TRACE, "{0} cannot be read: {1}", table, e);
            return "";
        }
    }

    private List<String> files() {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(paths.configuration())) {
            all.filter(file -> file.getFileName().toString().endsWith(".conf")).forEach(file -> files.add(trace(file)));
        } catch (IOException e) {
            LOG.log(Level.TRACE, "{0} cannot be listed: {1}", paths.configuration(), e);
        }
        Collections.sort(files);
        return files;
    }

    private static String trace(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file.getFileName() + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            LOG.log(Level.TRACE, "{0} went away: {1}", file, e);
            return "";
        }
    }
}
