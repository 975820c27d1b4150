package org.innkeeper.driver.qemu.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.ConsoleByteStream;

/**
 * Both directions of a terminal of the host. Two small programs move the bytes: a terminal that Java opened could become
 * the controlling terminal of this program, which would then be ended with it, and a read that waits could not be given
 * up.
 */
final class TerminalStream extends ConsoleByteStream {
    private final Process reader;
    private final Process writer;
    private final InputStream in;
    private final OutputStream out;

    private TerminalStream(Process reader, Process writer, Runnable onClose) {
        super(onClose);
        this.reader = reader;
        this.writer = writer;
        this.in = reader.getInputStream();
        this.out = writer.getOutputStream();
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
            if (isClosed()) {
                return -1;
            }
            throw failed("reading the console failed: " + IoReason.of(e), e);
        }
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
    protected void release() {
        reader.destroyForcibly();
        writer.destroyForcibly();
    }

    private static InnkeeperException failed(String message, Exception cause) {
        return new InnkeeperException(ErrorCode.OPERATION_FAILED, ErrorOrigin.STREAMS, message, cause);
    }
}
