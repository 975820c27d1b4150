package org.innkeeper.driver.xen.sexpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SexprReaderTest {
    @Test
    void bothQuotesAndEscapesOfPython() {
        Sexpr.Items read =
                SexprReader.readList("(a 'it\\'s' \"a \\\"b\\\"\" 'back\\\\slash' 'tab\\t' '\\x41\\u00e9' '\\q')");
        assertThat(read.values())
                .extracting(value -> ((Sexpr.Atom) value).text())
                .containsExactly("a", "it's", "a \"b\"", "back\\slash", "tab\t", "A\u00e9", "\\q");
    }

    @Test
    void textsAndListsByName() {
        Sexpr.Items read =
                SexprReader.readList("(domain (name demo) (bootloader ) (image (hvm (kernel /k))) (d 1) (d 2))");
        assertThat(read.text("name")).isEqualTo("demo");
        assertThat(read.text("bootloader")).isEmpty();
        assertThat(read.text("image/hvm/kernel")).isEqualTo("/k");
        assertThat(read.text("image/linux/kernel")).isNull();
        assertThat(read.items("d")).hasSize(2);
        assertThat(SexprReader.readList("()").name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a (b c)", "(a (b c)))", "(a (b c))\\\n", " (a\\\n (b c))\n"})
    void aMiscountedLastParenthesisIsForgiven(String text) {
        assertThat(SexprReader.read(text).toText()).isEqualTo("(a (b c))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"(a (b (c | 1 | 9", "(a (b c)))) | 1 | 11", "(a 'b) | 1 | 4", ") | 1 | 1", "(a '\\x4g') | 1 | 7"})
    void mistakesAreNamedWithTheirPlace(String text, int line, int column) {
        assertThatThrownBy(() -> SexprReader.read(text)).isInstanceOfSatisfying(InnkeeperException.class, e -> {
            assertThat(e.info().code()).isEqualTo(ErrorCode.SEXPR_SERIAL);
            assertThat(e.info().int1()).isEqualTo(line);
            assertThat(e.info().int2()).isEqualTo(column);
        });
    }

    @Test
    void placesAreCountedByLine() {
        assertThatThrownBy(() -> SexprReader.read("(a\n b)\n c"))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.info().int1()).isEqualTo(3);
                    assertThat(e.info().int2()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {SexprReader.MAX_DEPTH + 1, 1_000_000})
    void depthIsLimited(int depth) {
        assertThatThrownBy(() -> SexprReader.read("(".repeat(depth)))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("nested more than");
        int allowed = SexprReader.MAX_DEPTH;
        assertThat(SexprReader.read("(".repeat(allowed) + ")".repeat(allowed))).isInstanceOf(Sexpr.Items.class);
    }

    @Test
    void lengthIsLimited() {
        assertThatThrownBy(() -> SexprReader.read(" ".repeat(SexprReader.MAX_LENGTH + 1)))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void anAtomIsNoList() {
        assertThatThrownBy(() -> SexprReader.readList("created")).isInstanceOf(InnkeeperException.class);
        assertThatThrownBy(() -> SexprReader.readList("")).isInstanceOf(InnkeeperException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "with blank", "it's", "\"", "a\\b", "a(b)", "tab\tand\nline", "\u0001", "caf\u00e9"
            })
    void whatIsWrittenIsReadAgain(String text) {
        Sexpr.Items written = Sexpr.pair("name", text);
        assertThat(SexprReader.read(written.toText())).isEqualTo(written);
    }
}
