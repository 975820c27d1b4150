package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.innkeeper.driver.remote.peer.ClientProgram;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.UserClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that a URI names without a directory are looked for on the path: in a Java with a path of its own. */
@Timeout(60)
class ProgramOnPathTest {
    private final LibvirtdPeer peer = LibvirtdPeer.shared();

    @TempDir
    Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void makeFolders() throws IOException {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectory(folder.resolve("second"));
    }

    private static void program(Path directory, String name, String script) throws IOException {
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** What came of opening that URI, last. */
    private Line connect(String uri) throws Exception {
        List<Line> lines =
                ClientProgram.connect(uri, Map.of("PATH", first + ":" + second + ":/usr/bin:/bin"), Map.of());
        return lines.get(lines.size() - 1);
    }

    @Test
    void programOfTheExtTransportIsFound() throws Exception {
        // One that nobody may run is passed over, as a shell does.
        Files.writeString(first.resolve("reach-host"), "#!/bin/sh\nexit 9\n");
        program(second, "reach-host", "exec nc -U " + peer.socket());

        assertThat(connect("test+ext:///default?command=reach-host"))
                .satisfies(line -> assertThat(line.what()).as("%s", line).isEqualTo("PAUSE"))
                .satisfies(line -> assertThat(line.result()).isEqualTo("DONE"));
    }

    @Test
    void theFirstOnThePathIsTaken() throws Exception {
        program(first, "reach-host", "exec nc -U " + peer.socket());
        program(second, "reach-host", "exit 9");

        assertThat(connect("test+ext:///default?command=reach-host").what()).isEqualTo("PAUSE");
    }

    @Test
    void sshProgramIsFound() throws Exception {
        program(
                first,
                "my-ssh",
                "exec ssh -F none -o UserKnownHostsFile=" + peer.directory().resolve("ssh/known_hosts") + " \"$@\"");

        assertThat(connect("test+ssh://root@localhost:" + peer.sshPort() + "/default?no_tty=1&keyfile="
                                + peer.directory().resolve("ssh/id") + "&command=my-ssh&socket=" + peer.socket())
                        .what())
                .isEqualTo("PAUSE");
    }

    @Test
    void programThatIsNowhereIsSaid() throws Exception {
        assertThat(connect("test+ext:///default?command=reach-host")).satisfies(line -> {
            assertThat(line.result()).isEqualTo("SYSTEM_ERROR");
            assertThat(line.detail()).contains("reach-host").contains("on the path");
            assertThat(line.remedy()).contains("command=");
        });
    }
}
