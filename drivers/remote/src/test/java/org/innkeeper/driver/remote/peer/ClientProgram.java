package org.innkeeper.driver.remote.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innkeeper.driver.remote.peer.UserClient.Line;

/** Runs {@link UserClient} in a Java with an environment of its own. */
public final class ClientProgram {
    private ClientProgram() {}

    /**
     * Checks a connection, opens it, lists its guests and pauses one.
     *
     * @param environment what is otherwise in the environment of that Java
     * @param properties system properties of it
     * @return what came of it; "PAUSE" is the last where all went well, "ERROR" where not
     */
    public static List<Line> connect(String uri, Map<String, String> environment, Map<String, String> properties)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                UserClient.class.getName(),
                uri,
                Boolean.toString(false)));
        Path errors = Files.createTempFile("client", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process client = builder.start();
        try {
            client.getOutputStream().write('\n');
            client.getOutputStream().close();
            List<String> said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (client.waitFor() != 0) {
                throw new IOException(Files.readString(errors));
            }
            // The first is the process id.
            return said.stream().skip(1).map(Line::parse).toList();
        } finally {
            client.destroy();
            Files.delete(errors);
        }
    }
}
