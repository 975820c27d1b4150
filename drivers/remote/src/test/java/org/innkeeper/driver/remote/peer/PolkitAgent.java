package org.innkeeper.driver.remote.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The agent of a terminal that asks for passwords in the name of polkit, typed into as a person would. */
final class PolkitAgent implements AutoCloseable {
    private final Process terminal;
    private final StringBuilder shown = new StringBuilder();
    private Thread person;

    private PolkitAgent(Process terminal) {
        this.terminal = terminal;
    }

    /** What runs it for a process, on a terminal of its own. */
    static String[] command(long process) {
        // It closes descriptor 3 when polkit knows it.
        String agent = "pkttyagent --process " + process + " --notify-fd 3 3>&1 >/dev/tty 2>&1 | { cat; echo known; }";
        return new String[] {"script", "--quiet", "--flush", "--command", agent, "/dev/null"};
    }

    /** Starts it; returns when polkit knows it. */
    static PolkitAgent start(List<String> command) throws IOException {
        PolkitAgent agent = new PolkitAgent(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        if (!agent.await("known")) {
            throw new IOException("the agent ended: " + agent.shown);
        }
        return agent;
    }

    /** Types the password each time it is asked for, on a thread of its own, until this agent is closed. */
    void answerWith(String password) {
        person = new Thread(
                () -> {
                    try {
                        while (await("Password:")) {
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
