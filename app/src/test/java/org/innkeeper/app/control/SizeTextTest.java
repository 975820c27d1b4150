package org.innkeeper.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB");

    @ParameterizedTest
    @CsvSource({
        "2097152, 2, GiB",
        "1572864, 1.5, GiB",
        "1048576, 1, GiB",
        "524288, 512, MiB",
        "1000000, 1000000, KiB",
        "1025, 1025, KiB",
        "0, 0, KiB"
    })
    void aSizeIsWrittenInTheUnitThatFits(long kibibytes, String number, String unit) {
        assertThat(SizeText.of(kibibytes, UNITS)).isEqualTo(new SizeText(number, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "2, GiB, 2097152",
        "1.5, GiB, 1572864",
        "'1,5', GiB, 1572864",
        " 512 , MiB, 524288",
        "1, TiB, 1073741824"
    })
    void itIsReadBack(String number, String unit, long kibibytes) {
        assertThat(SizeText.parse(number, unit)).hasValue(kibibytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1 2", "1e400", "99999999999999999999"})
    void whatIsNoSizeIsNone(String text) {
        assertThat(SizeText.parse(text, "GiB")).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBackAlike() {
        for (long kibibytes : new long[] {1, 1023, 1024, 1536, 123_456, 2_621_440, 99_999_999}) {
            SizeText text = SizeText.of(kibibytes, UNITS);
            assertThat(SizeText.parse(text.number(), text.unit())).hasValue(kibibytes);
        }
    }
}
