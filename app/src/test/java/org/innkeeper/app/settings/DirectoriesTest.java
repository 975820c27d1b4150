package org.innkeeper.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void followsTheXdgVariables() {
        Directories directories =
                Directories.ofUser("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s"));

        assertThat(directories).isEqualTo(new Directories(Path.of("/c/innkeeper"), Path.of("/s/innkeeper")));
    }

    @Test
    void ignoresRelativeXdgVariables() {
        Directories directories = Directories.ofUser("Linux", HOME, Map.of("XDG_CONFIG_HOME", "c"));

        assertThat(directories.settingsFile()).isEqualTo(Path.of("/home/anna/.config/innkeeper/settings.json"));
        assertThat(directories.state()).isEqualTo(Path.of("/home/anna/.local/state/innkeeper"));
    }

    @Test
    void hasPlacesOnOtherSystems() {
        assertThat(Directories.ofUser("Mac OS X", HOME, Map.of()).config())
                .isEqualTo(HOME.resolve("Library/Application Support/Innkeeper"));
        assertThat(Directories.ofUser("Windows 11", HOME, Map.of()).state())
                .isEqualTo(HOME.resolve("AppData/Local").resolve("Innkeeper"));
    }

    @Test
    void oneVariableMovesBoth() {
        assertThat(Directories.ofUser("Linux", HOME, Map.of("INNKEEPER_HOME", "/tmp/x")))
                .isEqualTo(Directories.below(Path.of("/tmp/x")));
    }
}
