package org.innkeeper.driver.remote.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** The agent of a terminal that asks for passwords in the name of polkit, typed into as a person would. */
final class PolkitAgent implements AutoCloseable {
    private final Function<String[], List<String>> asUser;
    private final Process terminal;
    private final StringBuilder shown = new StringBuilder();
    private final String device;
    private Thread person;

    private PolkitAgent(Function<String[], List<String>> asUser, long process) throws IOException {
        this.asUser = asUser;
        // It closes descriptor 3 when polkit knows it.
        String agent = "{ tty >/dev/tty; pkttyagent --process " + process
                + " --notify-fd 3 3>&1 >/dev/tty 2>&1; } | { cat; echo known; }";
        this.terminal = run("script", "--quiet", "--flush", "--command", agent, "/dev/null");
        if (!await("known")) {
            throw new IOException("the agent ended: " + shown);
        }
        this.device = shown.substring(0, shown.indexOf("\n")).strip();
    }

    /**
     * Starts it; returns when polkit knows it.
     *
     * @param asUser how a command is run as the user who is asked
     * @param process whose questions it asks
     */
    static PolkitAgent start(Function<String[], List<String>> asUser, long process) throws IOException {
        return new PolkitAgent(asUser, process);
    }

    private Process run(String... command) throws IOException {
        return new ProcessBuilder(asUser.apply(command))
                .redirectErrorStream(true)
                .start();
    }

    /** Types the password each time it is asked for, on a thread of its own, until this agent is closed. */
    void answerWith(String password) {
        person = new Thread(
                () -> {
                    try {
                        while (await("Password:")) {
                            awaitHiddenTyping();
                            terminal.getOutputStream().write((password + "\n").getBytes(StandardCharsets.US_ASCII));
                            terminal.getOutputStream().flush();
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "password of root");
        person.setDaemon(true);
        person.start();
    }

    /** The agent asks first and hides what is typed after that, throwing away what was typed in between. */
    private void awaitHiddenTyping() {
        Awaitility.await().until(() -> settings().contains("-echo "));
    }

    private String settings() throws IOException {
        Process stty = run("stty", "--all", "--file", device);
        return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** False where the agent ended before it showed that. */
    private boolean await(String words) throws IOException {
        InputStream out = terminal.getInputStream();
        int from = shown.length();
        while (shown.indexOf(words, from) < 0) {
            int next = out.read();
            if (next < 0) {
                return false;
            }
            shown.append((char) next);
        }
        return true;
    }

    @Override
    public void close() {
        // Not Process.destroy, which would take the output away from who still reads it.
        terminal.toHandle().destroy();
        try {
            if (person != null) {
                person.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
