package org.innkeeper.driver.openvz.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.ConsoleByteStream;

/**
 * A console as {@code vzctl console} shows it. The terminal is the container's own; vzctl only moves bytes between it and
 * its standard streams, so plain pipes do.
 */
final class ConsoleStream extends ConsoleByteStream {
    private static final Logger LOG = System.getLogger(ConsoleStream.class.getName());
    private static final int MOST_COMPLAINTS = 4 << 10;
    private static final int SECONDS_TO_END = 2;

    private final String name;
    private final Process process;
    private final StringBuffer complaints = new StringBuffer();
    private final Thread complaintReader;

    private ConsoleStream(String name, Process process, Runnable onClose) {
        super(onClose);
        this.name = name;
        this.process = process;
        complaintReader = new Thread(this::readComplaints, "complaints of " + name);
        complaintReader.setDaemon(true);
        complaintReader.start();
    }

    /**
     * Starts vzctl.
     *
     * @param name what the console is called in messages
     * @param onClose is run once
     */
    static ConsoleStream open(String name, List<String> command, Runnable onClose) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return new ConsoleStream(name, builder.start(), onClose);
        } catch (IOException e) {
            throw failed(name + " cannot be opened: " + IoReason.of(e), e);
        }
    }

    private void readComplaints() {
        byte[] buffer = new byte[512];
        try (InputStream errors = process.getErrorStream()) {
            for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
                int room = MOST_COMPLAINTS - complaints.length();
                complaints.append(new String(buffer, 0, Math.min(count, room), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "the end of a console", e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count;
        try {
            count = process.getInputStream().read(buffer, offset, length);
        } catch (IOException e) {
            if (isClosed()) {
                return -1;
            }
            throw failed("Reading " + name + " failed: " + IoReason.of(e), e);
        }
        if (count < 0 && !isClosed()) {
            checkEnd();
        }
        return count;
    }

    /** A console that ends since its container stops is at its end; one that vzctl could not open is an error. */
    private void checkEnd() {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) || process.exitValue() == 0) {
                return;
            }
            complaintReader.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        throw failed(
                name + " ended (vzctl exit code " + process.exitValue() + "): "
                        + complaints.toString().strip().replaceAll("\\s*\\R\\s*", "; "),
                null);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        try {
            OutputStream out = process.getOutputStream();
            out.write(buffer, offset, length);
            out.flush();
        } catch (IOException e) {
            throw failed("Writing to " + name + " failed: " + IoReason.of(e), e);
        }
    }

    @Override
    protected void release() {
        Thread end = new Thread(this::end, "end of " + name);
        end.setDaemon(true);
        end.start();
    }

    /** At the end of its input vzctl ends its second process too; only where it does not it is ended, with all it started. */
    private void end() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "the end of a console", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static InnkeeperException failed(String message, IOException cause) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.STREAMS, message)
                        .withRemedy("See whether the container runs, and whether vzctl console works by hand"),
                cause);
    }
}
