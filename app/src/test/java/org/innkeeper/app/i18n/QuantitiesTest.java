package org.innkeeper.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0001, 0 %", "0.004, 0.4 %", "0.0096, 1 %", "0.344, 34 %", "1, 100 %", "NaN, –", "-1, –"})
    void shares(double share, String text) {
        assertThat(plain(Quantities.percent(share))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, –",
        "0, 0 KiB",
        "512, 512 KiB",
        "1024, 1 MiB",
        "524288, 512 MiB",
        "1023999, 1.0 GiB",
        "2202009, 2.1 GiB",
        "2097152, 2 GiB",
        "134217728, 128 GiB"
    })
    void memory(long kib, String text) {
        assertThat(plain(Quantities.kibibytes(kib))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B/s", "999, 999 B/s", "999.6, 1.0 kB/s", "80000, 80 kB/s", "1234567, 1.2 MB/s", "NaN, –"})
    void rates(double rate, String text) {
        assertThat(plain(Quantities.rate(rate))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "21474836480, 20 GiB", "-1, –"})
    void sizes(long bytes, String text) {
        assertThat(plain(Quantities.bytes(bytes))).isEqualTo(text);
    }

    @Test
    void spans() {
        assertThat(plain(Quantities.span(Duration.ofSeconds(5)))).isEqualTo("5 s");
        assertThat(plain(Quantities.span(Duration.ofSeconds(125)))).isEqualTo("2 min");
        assertThat(plain(Quantities.span(Duration.ofHours(3)))).isEqualTo("3 h");
        assertThat(plain(Quantities.span(Duration.ofDays(4)))).isEqualTo("4 d");
        assertThat(plain(Quantities.span(Duration.ofSeconds(-5)))).isEqualTo("0 s");
    }

    private static String plain(String text) {
        return text.replace('\u202f', ' ');
    }
}
