package org.innkeeper.driver.remote.transport;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/** A program whose standard input and output lead to the daemon; what it says on its standard error is kept for errors. */
public final class ProcessTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(ProcessTransport.class.getName());
    private static final int LAST_WORDS_MAX = 2_000;

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private final String description;
    private final StringBuffer lastWords = new StringBuffer();
    private final Thread errorReader;

    private ProcessTransport(Process process, String description) {
        this.process = process;
        this.in = process.getInputStream();
        this.out = process.getOutputStream();
        this.description = description;
        errorReader = new Thread(this::keepLastWords, "stderr of " + description);
        errorReader.setDaemon(true);
        errorReader.start();
    }

    /**
     * Starts a program, without a shell.
     *
     * @param command program and arguments; a program without a slash is looked for on the path
     */
    public static ProcessTransport start(List<String> command) {
        String program = command.get(0);
        if (!isExecutable(program)) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.SYSTEM_ERROR,
                            ErrorOrigin.RPC,
                            "the program " + program + " of the URI cannot be started: there is no such program"
                                    + (program.contains("/") ? "" : " on the path"))
                    .withSubject(ErrorSubject.of(ErrorSubject.Kind.PROGRAM, program))
                    .withRemedy("Check command= in the URI."));
        }
        try {
            return new ProcessTransport(new ProcessBuilder(command).start(), "the program " + program);
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.SYSTEM_ERROR,
                                    ErrorOrigin.RPC,
                                    "the program " + program + " of the URI cannot be started: " + IoReason.of(e))
                            .withSubject(ErrorSubject.of(ErrorSubject.Kind.PROGRAM, program))
                            .withRemedy("Check command= in the URI."),
                    e);
        }
    }

    private static boolean isExecutable(String program) {
        if (program.contains("/")) {
            return Files.isExecutable(Path.of(program));
        }
        String path = System.getenv("PATH");
        for (String directory : (path == null ? "" : path).split(File.pathSeparator)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    private void keepLastWords() {
        try (InputStream errors = process.getErrorStream()) {
            byte[] buffer = new byte[1024];
            for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
                lastWords.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                if (lastWords.length() > LAST_WORDS_MAX) {
                    lastWords.delete(0, lastWords.length() - LAST_WORDS_MAX);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no more words of {0}: {1}", description, e.getMessage());
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    /** What the program does is not known here; libvirt's client takes it to be safe as well. */
    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String lastWords() {
        try {
            errorReader.join(500);
            if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                return lastWords.toString().strip();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lastWords.toString().strip();
        }
        String words = lastWords.toString().strip();
        return words.isEmpty() ? "it ended with status " + process.exitValue() : words;
    }

    @Override
    public void close() {
        process.destroy();
        CloseQuietly.close(in, description);
    }
}
