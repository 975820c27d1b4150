package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;

/** The shell of a {@link LinuxGuest} at its console: what it says is kept, and can be waited for. */
public final class GuestConsole implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 10;

    private final ByteStream stream;
    private final StringBuffer said = new StringBuffer();
    private volatile String end = "";

    /** @param stream of the console; closed with this */
    public GuestConsole(ByteStream stream) {
        this.stream = stream;
        Thread reader = new Thread(this::readAll, "console of the guest");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        byte[] buffer = new byte[4096];
        try {
            for (int n = stream.read(buffer, 0, buffer.length); n > 0; n = stream.read(buffer, 0, buffer.length)) {
                said.append(new String(buffer, 0, n, StandardCharsets.US_ASCII));
            }
            end = "end of the stream";
        } catch (InnkeeperException e) {
            end = e.getMessage();
        }
    }

    /** Waits until the guest has booted to its shell. */
    public void awaitBoot() {
        awaitText("GUEST-READY");
    }

    /** Waits until the guest has said this. */
    public void awaitText(String text) {
        await("'" + text + "' on the console").atMost(PATIENCE).until(() -> said.indexOf(text) >= 0);
    }

    /** How often the guest has said this. */
    public int count(String text) {
        int count = 0;
        for (int at = said.indexOf(text); at >= 0; at = said.indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }

    /** Types a line. */
    public void type(String line) {
        byte[] text = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        stream.write(text, 0, text.length);
    }

    /**
     * Types a command and waits for a word of its answer, which must not be in the command: the guest repeats that. Where
     * the shell does not listen yet, the command is typed again.
     */
    public void ask(String command, String word) {
        int before = count(word);
        for (int attempt = 0; attempt < ATTEMPTS && count(word) == before; attempt++) {
            type(command);
            try {
                await().atMost(ATTEMPT).pollInterval(Duration.ofMillis(20)).until(() -> count(word) > before);
            } catch (ConditionTimeoutException e) {
                // Typed before anybody listened.
                continue;
            }
        }
        assertThat(count(word))
                .as("answers '%s' to %s%n%s", word, command, said)
                .isGreaterThan(before);
    }

    /** Why nothing more comes, or empty. */
    public String end() {
        return end;
    }

    @Override
    public void close() {
        stream.close();
    }
}
