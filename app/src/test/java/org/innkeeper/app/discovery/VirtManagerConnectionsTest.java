package org.innkeeper.app.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtManagerConnectionsTest {
    private static List<String> uris(String text) {
        return new VirtManagerConnections(() -> text)
                .uris()
                .toCompletableFuture()
                .join();
    }

    private static List<String> uris(Map<String, String> environment) {
        return new VirtManagerConnections(environment)
                .uris()
                .toCompletableFuture()
                .join();
    }

    /** The real settings of a real virt-manager, in a file of the test. */
    @Test
    void virtManagersOwnSettingsAreRead(@TempDir Path folder) throws Exception {
        Map<String, String> settings = Map.of("GSETTINGS_BACKEND", "keyfile", "XDG_CONFIG_HOME", folder.toString());
        String uris = "['qemu:///system', 'qemu+ssh://root@lab.example/system?keyfile=/home/me/key']";
        Assumptions.assumeTrue(set(settings, uris), "no virt-manager to import from");

        assertThat(uris(settings))
                .containsExactly("qemu:///system", "qemu+ssh://root@lab.example/system?keyfile=/home/me/key");
    }

    private static boolean set(Map<String, String> environment, String uris) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("gsettings", "set", "org.virt-manager.virt-manager.connections", "uris", uris);
        builder.environment().putAll(environment);
        try {
            return builder.redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void listsAreReadInTheirOrder() {
        assertThat(uris("['qemu:///system', 'qemu+ssh://root@host/system?socket=/a%20b']\n"))
                .containsExactly("qemu:///system", "qemu+ssh://root@host/system?socket=/a%20b");
    }

    @Test
    void emptyListsHaveAType() {
        assertThat(uris("@as []\n")).isEmpty();
        assertThat(uris("")).isEmpty();
    }

    @Test
    void quotesOfBothKindsAndEscapes() {
        assertThat(uris("[\"it's\", 'a\\'b', 'c\\\\d']")).containsExactly("it's", "a'b", "c\\d");
    }

    @Test
    void anUnfinishedStringEndsWithTheText() {
        assertThat(uris("['qemu:///system")).containsExactly("qemu:///system");
        assertThat(uris("['a\\")).containsExactly("a\\");
    }

    @Test
    void whereThereAreNoSettingsThereAreNoHosts() {
        assertThat(uris(Map.of("PATH", "/nonexistent"))).isNotNull();
    }
}
