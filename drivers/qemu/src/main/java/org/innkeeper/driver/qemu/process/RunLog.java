package org.innkeeper.driver.qemu.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The file that keeps what QEMU says on its standard error, run after run. */
public final class RunLog {
    private static final System.Logger LOG = System.getLogger(RunLog.class.getName());

    /** How large a log may be before a new run begins another one; one older log is kept. */
    private static final long ROTATE_AT = 1 << 20;

    private static final int TAIL_BYTES = 8 << 10;
    private static final int TAIL_LINES = 12;

    private final Path file;
    private final long start;

    private RunLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Opens the log for a new run and writes the command line into it. */
    public static RunLog begin(Path file, List<String> command) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && Files.size(file) > ROTATE_AT) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String header =
                Instant.now().truncatedTo(ChronoUnit.SECONDS) + " starting\n" + String.join(" ", command) + "\n";
        Files.writeString(file, header, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new RunLog(file, Files.size(file));
    }

    /** The log of a run that was begun by somebody else; {@code start} bytes belong to earlier ones. */
    public static RunLog continued(Path file, long start) {
        return new RunLog(file, start);
    }

    public Path file() {
        return file;
    }

    /** How long the file was before QEMU wrote into it, bytes. */
    public long start() {
        return start;
    }

    /** Removes the log. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "removing " + file, e);
        }
    }

    /** The last words of this run, a dozen lines at most; empty where it said nothing. */
    public String tail() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(start, channel.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // Reads on until the end of the file.
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.replaceAll("\\p{Cntrl}", " ").trim())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "reading " + file, e);
            return "";
        }
    }
}
