package org.innkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.app.cli.CommandLineOptions.Show;
import org.innkeeper.app.settings.Preferences.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {
    private final StringWriter printed = new StringWriter();
    private final CommandLineParser parser = new CommandLineParser(new PrintWriter(printed), "Innkeeper 1.2.3");

    private CommandLineOptions parse(String... arguments) {
        return parser.parse(List.of(arguments)).orElseThrow();
    }

    @Test
    void nothingAsksForNothing() {
        assertThat(parse()).isEqualTo(CommandLineOptions.NONE);
        assertThat(parse("--debug")).isEqualTo(new CommandLineOptions(List.of(), false, null, null, true, null, null));
    }

    @Test
    void severalHostsCanBeNamed() {
        CommandLineOptions options =
                parse("-c", "test:///default", "--connect=qemu:///embed", "--readonly", "--state-dir", "/tmp/x");

        assertThat(options.connect()).containsExactly("test:///default", "qemu:///embed");
        assertThat(options.readOnly()).isTrue();
        assertThat(options.stateDirectory()).isEqualTo(Path.of("/tmp/x"));
        assertThat(options.show()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "--show-domain-editor, EDITOR",
        "--show-domain-performance, PERFORMANCE",
        "--show-domain-console, CONSOLE",
    })
    void windowsOfGuestsCanBeAskedFor(String option, Show show) {
        CommandLineOptions options = parse(option, "web 1");

        assertThat(options.show()).isEqualTo(show);
        assertThat(options.guest()).isEqualTo("web 1");
    }

    @Test
    void otherWindowsCanBeAskedFor() {
        assertThat(parse("--show-domain-creator").show()).isEqualTo(Show.CREATOR);
        assertThat(parse("--show-host-summary").show()).isEqualTo(Show.HOST_SUMMARY);
    }

    @Test
    void themesAreKnownInAnyCase() {
        assertThat(parse("--theme", "dark").theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void helpAndVersionArePrinted() {
        assertThat(parser.parse(List.of("--version"))).isEmpty();
        assertThat(printed).hasToString("Innkeeper 1.2.3" + System.lineSeparator());

        assertThat(parser.parse(List.of("--help"))).isEmpty();
        assertThat(printed.toString()).contains("--connect", "--show-domain-editor", "--state-dir", "--theme", "LIGHT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "stray",
                "--connect",
                "--theme pink",
                "--readonly",
                "--show-domain-editor a --show-domain-console b"
            })
    void aWrongCommandLineIsOneClearLine(String line) {
        assertThatThrownBy(() -> parser.parse(List.of(line.split(" "))))
                .isInstanceOf(UsageException.class)
                .satisfies(
                        failure -> assertThat(failure.getMessage()).isNotBlank().doesNotContain("\n"));
        assertThat(printed.toString()).isEmpty();
    }
}
