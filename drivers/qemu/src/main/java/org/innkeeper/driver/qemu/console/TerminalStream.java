package org.innkeeper.driver.qemu.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.ByteStream;

/**
 * Both directions of a terminal of the host. Two small programs move the bytes: a terminal that Java opened could become
 * the controlling terminal of this program, which would then be ended with it, and a read that waits could not be given
 * up.
 */
final class TerminalStream implements ByteStream {
    private final Process reader;
    private final Process writer;
    private final InputStream in;
    private final OutputStream out;
    private final Runnable onClose;
    private volatile boolean closed;

    private TerminalStream(Process reader, Process writer, Runnable onClose) {
        this.reader = reader;
        this.writer = writer;
        this.in = reader.getInputStream();
        this.out = writer.getOutputStream();
        this.onClose = onClose;
    }

    /** Opens a terminal; {@code onClose} is run once. */
    static TerminalStream open(Path terminal, Runnable onClose) {
        Process reader = null;
        try {
            reader = new ProcessBuilder("dd", "if=" + terminal, "bs=4096")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Process writer = new ProcessBuilder("dd", "of=" + terminal, "bs=4096", "conv=notrunc")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new TerminalStream(reader, writer, onClose);
        } catch (IOException e) {
            if (reader != null) {
                reader.destroyForcibly();
            }
            throw failed("the console " + terminal + " cannot be opened: " + IoReason.of(e), e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            if (closed) {
                return -1;
            }
            throw failed("reading the console failed: " + IoReason.of(e), e);
        }
    }

    @Override
    public long readHole() {
        throw failed("a console has no holes", null);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        try {
            out.write(buffer, offset, length);
            out.flush();
        } catch (IOException e) {
            throw failed("writing to the console failed: " + IoReason.of(e), e);
        }
    }

    @Override
    public void writeHole(long length) {
        throw failed("a console has no holes", null);
    }

    @Override
    public void finish() {
        close();
    }

    @Override
    public void abort() {
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        reader.destroyForcibly();
        writer.destroyForcibly();
        onClose.run();
    }

    private static InnkeeperException failed(String message, Exception cause) {
        return new InnkeeperException(ErrorCode.OPERATION_FAILED, ErrorOrigin.STREAMS, message, cause);
    }
}
