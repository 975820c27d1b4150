package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolkitProblemTest {
    @Test
    void aMissingDisplayIsSaid() {
        assertThat(ToolkitProblem.explain(new UnsupportedOperationException("Unable to open DISPLAY"), "Linux", ":99"))
                .startsWith("no display");
        assertThat(ToolkitProblem.explain(new RuntimeException("anything"), "Linux", null))
                .startsWith("no display");
    }

    @Test
    void aMissingGtkNamesThePackages() {
        assertThat(ToolkitProblem.explain(
                        new RuntimeException(new UnsatisfiedLinkError("Unable to load glass GTK library.")),
                        "Linux",
                        ":0"))
                .contains("libgtk-3-0")
                .contains("gtk3")
                .doesNotContain("\n");
    }

    @Test
    void anythingElseSaysWhatItIs() {
        assertThat(ToolkitProblem.explain(new RuntimeException("no graphics"), "Windows 11", null))
                .contains("no graphics");
    }
}
