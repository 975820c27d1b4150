package org.innkeeper.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.CorpusTable;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.SharedCorpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    private static ConfigFile parse(String text) {
        return ConfigFile.parse("x.conf", text);
    }

    @Test
    void writesAsLibvirt() {
        Path folder = SharedCorpora.folder("conf-file");
        List<Map<String, String>> rows = CorpusTable.rows(folder.resolve("cases.tsv"));
        assertThat(rows).isNotEmpty();
        for (Map<String, String> row : rows) {
            String text = SharedCorpora.text(folder.resolve(row.get("conf")));
            assertThat(parse(text).canonical())
                    .as(row.get("case"))
                    .isEqualTo(SharedCorpora.text(folder.resolve(row.get("out"))));
            assertThat(parse(text).text()).isEqualTo(text);
        }
    }

    /** What libvirt 9.0.0 makes of these; a vertical bar stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "a=1 ~ a = 1|",
                "a=1||# c|  # d|b = \"x\" # e| ~ a = 1|# c|# d|b = \"x\" # e|",
                "a = -5 ~ a = -5|",
                "a = +5 ~ a = 5|",
                "a = 18446744073709551615 ~ a = 18446744073709551615|",
                "a = 'it\"s' ~ a = 'it\"s'|",
                "a = \"it's\" ~ a = \"it's\"|",
                "a = \"\"\"multi|line\"\"\" ~ a = \"\"\"multi|line\"\"\"|",
                "a = \"\"\"one\"\"\" ~ a = \"one\"|",
                "a = \"\"\"a\"b\"\"\" ~ a = 'a\"b'|",
                "a = [] ~ a = [  ]|",
                "a = [1,] ~ a = [ 1 ]|",
                "a = [| \"x\",| [ \"y\", [ 'z' ] ]|] ~ a = [ \"x\", [ \"y\", [ \"z\" ] ] ]|",
                "a = 1 ; b = 2 ~ a = 1|b = 2|",
                "a = 1#c ~ a = 1 #c|",
                "a = \"\" ~ a = \"\"|",
                "#!/bin ~ #!/bin|"
            })
    void canonicalForm(String text, String expected) {
        assertThat(parse(text.replace('|', '\n')).canonical()).isEqualTo(expected.replace('|', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "a = 1 b = 2 ~ 1:7 ~ line must end",
                "a = 0y10 ~ 1:6 ~ line must end",
                "a = 1.5 ~ 1:6 ~ line must end",
                "a = 99999999999999999999 ~ 1:5 ~ too large",
                "a = 123456789012345678901234567890 ~ 1:5 ~ too large",
                "a = - ~ 1:6 ~ digits are missing",
                "a = \"x\\\"y\" ~ 1:9 ~ line must end",
                "a = [|\"x\", # no|,] ~ 3:1 ~ a value is missing",
                "a = [ 1 2 ] ~ 1:9 ~ ',' or ']' is missing",
                "a = [,] ~ 1:6 ~ a value is missing",
                "a = [1, 2 ~ 1:5 ~ ']' is missing",
                "a ~ 1:2 ~ '=' is missing",
                "b = 1|a = ~ 2:4 ~ a value is missing",
                "1a = 2 ~ 1:1 ~ begins with a letter",
                "_a = 2 ~ 1:1 ~ begins with a letter",
                "a-b = 2 ~ 1:2 ~ '=' is missing",
                "a = b ~ 1:5 ~ a value is missing",
                "a = \"x ~ 1:5 ~ does not end",
                "a = 'x|y' ~ 1:5 ~ does not end",
                "a = \"\"\"x\" ~ 1:7 ~ line must end"
            })
    void namesMistakeAndPosition(String text, String position, String what) {
        assertThatThrownBy(() -> parse(text.replace('|', '\n')))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONF_SYNTAX))
                .hasMessageContaining("x.conf:" + position + ": ")
                .hasMessageContaining(what);
    }

    @Test
    void limitsTheDepthOfLists() {
        assertThatThrownBy(() -> parse("a = " + "[".repeat(100) + "]".repeat(100)))
                .hasMessageContaining("nested");
    }

    @Test
    void readsTypedValues() {
        ConfigFile file =
                parse("n = 5\nyes = 1\nno = 0\ns = 'x'\nl = [ 'a', 'b' ]\nbig = 18446744073709551615\nn = 6\n");
        assertThat(file.number("n")).hasValue(5);
        assertThat(file.number("absent")).isEmpty();
        assertThat(file.bool("yes")).contains(true);
        assertThat(file.bool("no")).contains(false);
        assertThat(file.bool("absent")).isEmpty();
        assertThat(file.string("s")).contains("x");
        assertThat(file.strings("l")).contains(List.of("a", "b"));
        assertThat(file.strings("s")).contains(List.of("x"));
        assertThat(file.value("big")).contains(new ConfigValue.Number(new BigInteger("18446744073709551615")));
        assertThat(file.names()).containsExactly("n", "yes", "no", "s", "l", "big");
        assertThatThrownBy(() -> file.number("big")).hasMessage("x.conf: big must be a number below 2^63");
        assertThatThrownBy(() -> file.string("n")).hasMessage("x.conf: n must be a string in quotes");
        assertThatThrownBy(() -> file.bool("n")).hasMessage("x.conf: n must be 0 or 1");
        assertThatThrownBy(() -> file.strings("n")).hasMessage("x.conf: n must be a list of strings");
    }

    /** What xl reads beyond libvirt's own grammar. */
    @Test
    void readsHexadecimalNumbersAndCommentsInLists() {
        String text = "n = 0x1F\nl = [ # first\n 'a', # second\n 'b'\n # none\n]\n";
        ConfigFile file = parse(text);
        assertThat(file.number("n")).hasValue(31);
        assertThat(file.strings("l")).contains(List.of("a", "b"));
        assertThat(file.with("n", ConfigValue.Number.of(31)).text()).isEqualTo(text);
        assertThatThrownBy(() -> parse("n = 0x")).hasMessageContaining("digits are missing");
        assertThatThrownBy(() -> parse("n = 0x" + "f".repeat(17))).hasMessageContaining("too large");
        assertThatThrownBy(() -> parse("l = [ 1 # ]")).hasMessageContaining("']' is missing");
    }

    @Test
    void takesSettingsFromAnotherFileToTheLetter() {
        ConfigFile other = parse("b = [ 1, # one\n 2 ] # list\nc=1;d='x'\n");
        ConfigFile file = parse("a = 1\nb = [ 1 ]\n");
        assertThat(file.withSettingOf(other, "b").text()).isEqualTo("a = 1\nb = [ 1, # one\n 2 ] # list\n");
        assertThat(file.withSettingOf(other, "d").text()).isEqualTo("a = 1\nb = [ 1 ]\nd='x'\n");
        assertThatThrownBy(() -> file.withSettingOf(other, "z")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesOnlyWhatIsEdited() {
        ConfigFile file = parse("# top\r\n\r\n  a='1'   # why\nb   =  [1,\n 2]\n");
        assertThat(file.with("a", new ConfigValue.Text("2")).text())
                .isEqualTo("# top\r\n\r\n  a=\"2\"   # why\nb   =  [1,\n 2]\n");
        assertThat(file.with("b", ConfigValue.Items.of("x", "y")).text())
                .isEqualTo("# top\r\n\r\n  a='1'   # why\nb   =  [ \"x\", \"y\" ]\n");
        assertThat(file.without("a").text()).isEqualTo("# top\r\n\r\nb   =  [1,\n 2]\n");
        assertThat(file.without("absent").text()).isEqualTo(file.text());
    }

    @Test
    void addsAtTheEnd() {
        assertThat(ConfigFile.empty("x").with("a", ConfigValue.Number.of(-1)).text())
                .isEqualTo("a = -1\n");
        assertThat(parse("a = 1").with("b", ConfigValue.Number.of(2)).text()).isEqualTo("a = 1\nb = 2\n");
    }

    @Test
    void refusesWhatCannotBeWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("").with("a b", ConfigValue.Number.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> parse("").with("", ConfigValue.Number.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfigValue.Text("a\"\"\"b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfigValue.Text("'\""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfigValue.Number(BigInteger.ONE.shiftLeft(64)));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String text : List.of("plain", "it's", "a \"b\"", "both ' and \" here", "two\nlines", "")) {
            ConfigFile file = ConfigFile.empty("x").with("a", new ConfigValue.Text(text));
            assertThat(parse(file.text()).string("a")).contains(text);
            assertThat(parse(file.canonical()).string("a")).contains(text);
        }
    }

    @Test
    void readsFiles(@TempDir Path directory) throws IOException {
        Path good = Files.writeString(directory.resolve("good.conf"), "a = \"é\"\n");
        assertThat(ConfigFile.read(good).string("a")).contains("é");
        Path bad = Files.write(directory.resolve("bad.conf"), "a = \"\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ConfigFile.read(bad)).hasMessageContaining(bad + ": it is not UTF-8");
        assertThatThrownBy(() -> ConfigFile.read(directory.resolve("none.conf")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().subject().name()).endsWith("none.conf"));
        Path large = directory.resolve("large.conf");
        try (var channel = Files.newByteChannel(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(11L << 20).write(ByteBuffer.wrap(new byte[1]));
        }
        assertThatThrownBy(() -> ConfigFile.read(large)).hasMessageContaining("larger than");
    }
}
