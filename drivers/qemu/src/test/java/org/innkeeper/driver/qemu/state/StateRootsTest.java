package org.innkeeper.driver.qemu.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateRootsTest {
    private static final Path HOME = Path.of("/home/ann");

    @Test
    void followsXdgOnLinux() {
        assertThat(StateRoots.ofUser("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/state/innkeeper/qemu"));
        assertThat(StateRoots.ofUser("Linux", HOME, Map.of("XDG_STATE_HOME", "/var/ann")))
                .isEqualTo(Path.of("/var/ann/innkeeper/qemu"));
    }

    @Test
    void ignoresARelativeDirectory() {
        assertThat(StateRoots.ofUser("Linux", HOME, Map.of("XDG_STATE_HOME", "state")))
                .isEqualTo(HOME.resolve(".local/state/innkeeper/qemu"));
    }

    @Test
    void goesWhereOtherSystemsKeepSuchThings() {
        assertThat(StateRoots.ofUser("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/innkeeper/qemu"));
        assertThat(StateRoots.ofUser("Windows 11", HOME, Map.of("LOCALAPPDATA", "/appdata")))
                .isEqualTo(Path.of("/appdata/innkeeper/qemu"));
        assertThat(StateRoots.ofUser("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/innkeeper/qemu"));
    }
}
