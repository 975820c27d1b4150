package org.innkeeper.driver.remote.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innkeeper.driver.tck.ReadableClasses;

/** What a user of a peer's machine sees who is not root: a Java of its own runs {@link UserClient} as that user. */
public final class UserSession {
    private static final Map<String, Integer> USERS = Map.of("peer", 64123, "allowed", 64124, "denied", 64125);
    private static final int NO_GROUP = 65534;

    private final LibvirtdPeer peer;
    private final String user;
    private final ReadableClasses classes;

    /** Copies the classes to where that user may read them. */
    public UserSession(LibvirtdPeer peer, String user) {
        this.peer = peer;
        this.user = user;
        this.classes = ReadableClasses.in(peer.directory().resolve("classes"));
    }

    private List<String> asUser(String... command) {
        List<String> whole = new ArrayList<>(peer.inside());
        whole.addAll(List.of(
                "setpriv",
                "--reuid=" + USERS.get(user),
                "--regid=" + NO_GROUP,
                "--clear-groups",
                "--reset-env",
                "env",
                "LC_ALL=C.UTF-8"));
        whole.addAll(List.of(command));
        return whole;
    }

    /** Checks a connection, opens it, lists its guests and pauses one. */
    public List<UserClient.Line> connect(String uri, boolean readOnly) throws IOException {
        Process client = start(uri, readOnly);
        try (BufferedReader out = reader(client)) {
            out.readLine();
            return goOn(client, out);
        } finally {
            client.destroy();
        }
    }

    /** The same, while an agent for that process answers polkit's question with a password. */
    public List<UserClient.Line> connectWithAgent(String uri, String password) throws IOException {
        Process client = start(uri, false);
        try (BufferedReader out = reader(client);
                PolkitAgent agent = PolkitAgent.start(this::asUser, Long.parseLong(out.readLine()))) {
            agent.answerWith(password);
            return goOn(client, out);
        } finally {
            client.destroy();
        }
    }

    private Process start(String uri, boolean readOnly) throws IOException {
        List<String> java = classes.java(UserClient.class, uri, Boolean.toString(readOnly));
        return new ProcessBuilder(asUser(java.toArray(String[]::new)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static List<UserClient.Line> goOn(Process client, BufferedReader out) throws IOException {
        client.getOutputStream().write('\n');
        client.getOutputStream().flush();
        return out.lines().map(UserClient.Line::parse).toList();
    }
}
