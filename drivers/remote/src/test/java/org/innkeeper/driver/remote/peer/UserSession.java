package org.innkeeper.driver.remote.peer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What a user of a peer's machine sees who is not root: a Java of its own runs {@link UserClient} as that user. */
public final class UserSession {
    private static final Map<String, Integer> USERS = Map.of("peer", 64123, "allowed", 64124, "denied", 64125);
    private static final int NO_GROUP = 65534;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final LibvirtdPeer peer;
    private final String user;
    private final Path classes;

    /** Copies the classes to where that user may read them. */
    public UserSession(LibvirtdPeer peer, String user) {
        this.peer = peer;
        this.user = user;
        this.classes = peer.directory().resolve("classes");
        Assumptions.assumeTrue(othersMayRunJava(), "the Java here is for root alone: " + JAVA);
        try {
            copyClasses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean othersMayRunJava() {
        try {
            for (Path path = JAVA.toRealPath(); path != null; path = path.getParent()) {
                if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyClasses() throws IOException {
        if (Files.exists(classes)) {
            return;
        }
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            Path to = classes.resolve(number++ + "-" + from.getFileName());
            Files.createDirectories(classes);
            if (Files.isDirectory(from)) {
                copyFolder(from, to);
            } else if (Files.exists(from)) {
                Files.copy(from, to);
            }
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
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

    private String classPath() {
        try (Stream<Path> entries = Files.list(classes)) {
            return String.join(
                    File.pathSeparator, entries.map(Path::toString).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                PolkitAgent agent = PolkitAgent.start(asUser(PolkitAgent.command(Long.parseLong(out.readLine()))))) {
            agent.answerWith(password);
            return goOn(client, out);
        } finally {
            client.destroy();
        }
    }

    private Process start(String uri, boolean readOnly) throws IOException {
        return new ProcessBuilder(asUser(
                        JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        UserClient.class.getName(),
                        uri,
                        Boolean.toString(readOnly)))
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
