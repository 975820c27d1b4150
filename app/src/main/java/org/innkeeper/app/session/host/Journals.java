package org.innkeeper.app.session.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.innkeeper.app.file.SafeFile;
import org.innkeeper.app.session.HostId;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/**
 * What was made for guests that are not defined yet, on disk, so that a program that dies in between leaves nothing
 * behind: the next one that connects the host removes it. A volume is written down after it was made: what belongs to
 * somebody else is never in a journal. Safe for any thread.
 */
public final class Journals {
    private static final String SUFFIX = ".creation";

    private final Path directory;
    private final Set<Path> open = ConcurrentHashMap.newKeySet();

    /** @param directory made when the first journal begins */
    public Journals(Path directory) {
        this.directory = directory;
    }

    /** One guest that is being made. */
    final class Journal {
        private final Path file;
        private final Properties entries = new Properties();
        private int volumes;

        private Journal(Path file, HostId host, String guest) {
            this.file = file;
            entries.setProperty("host", host.value());
            entries.setProperty("guest", guest);
        }

        private Journal(Path file, Properties read) {
            this.file = file;
            entries.putAll(read);
            while (entries.containsKey("volume." + volumes)) {
                volumes++;
            }
        }

        String guest() {
            return entries.getProperty("guest", "");
        }

        /** The volumes that were made. */
        List<Volume> volumes() {
            List<Volume> all = new ArrayList<>();
            for (int i = 0; i < volumes; i++) {
                all.add(new Volume(entries.getProperty("pool." + i, ""), entries.getProperty("volume." + i)));
            }
            return all;
        }

        /** A volume was made; it is on disk when this returns. */
        void made(String pool, String volume) {
            entries.setProperty("pool." + volumes, pool);
            entries.setProperty("volume." + volumes, volume);
            volumes++;
            open.add(file);
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                entries.store(out, null);
                SafeFile.write(file, out.toByteArray());
            } catch (IOException e) {
                throw failure("cannot be written", e);
            }
        }

        /** The guest is defined, or everything was removed again. */
        void end() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw failure("cannot be removed", e);
            } finally {
                open.remove(file);
            }
        }

        private InnkeeperException failure(String what, IOException cause) {
            return new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.WRITE_FAILED,
                                    ErrorOrigin.NONE,
                                    "the journal of " + guest() + " " + what + ": " + cause)
                            .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()))
                            .withRemedy("Check the rights and the free space of " + directory + "."),
                    cause);
        }
    }

    /** A volume by pool and name. */
    record Volume(String pool, String name) {}

    Journal begin(HostId host, String guest) {
        return new Journal(directory.resolve(UUID.randomUUID() + SUFFIX), host, guest);
    }

    /** The journals of that host that a program left behind which is not there any more. */
    List<Journal> unfinished(HostId host) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Journal> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                Properties read = new Properties();
                try (InputStream in = Files.newInputStream(file)) {
                    read.load(in);
                }
                if (host.value().equals(read.getProperty("host")) && !open.contains(file)) {
                    found.add(new Journal(file, read));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("journals in " + directory, e);
        }
        return found;
    }
}
