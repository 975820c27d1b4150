package org.innkeeper.driver.openvz.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {
    private static final long NONE = Limit.UNLIMITED;

    private static ContainerConfig config(String... lines) {
        return ContainerConfig.parse("101.conf", String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource({
        "33792:36000, 33792, 36000",
        "100, 100, 100",
        "256M:512M, 65536, 131072",
        "1G, 262144, 262144",
        "1.5g, 393216, 393216",
        "2T:unlimited, 536870912, 9223372036854775807",
        "10P:20p, 10, 20",
        "8192B:16k, 2, 4",
        "0:2147483647, 0, 9223372036854775807",
        "0:9223372036854775807, 0, 9223372036854775807",
        "0:2251799813685247, 0, 9223372036854775807",
        "9999999999999999999:1, 9223372036854775807, 1"
    })
    void pagesOfMemory(String text, long barrier, long limit) {
        assertThat(Limit.of(config("PRIVVMPAGES=\"" + text + "\""), "PRIVVMPAGES", Limit.PAGE))
                .hasValue(new Limit(barrier, limit));
    }

    @ParameterizedTest
    @CsvSource({"1048576:1153434, 1048576, 1153434", "2G:3.5G, 2097152, 3670016", "0:2147483647, 0, 2147483647"})
    void kibibytesOfDisk(String text, long barrier, long limit) {
        assertThat(Limit.of(config("DISKSPACE=\"" + text + "\""), "DISKSPACE", Limit.KIB))
                .hasValue(new Limit(barrier, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1:2:3", "1:", "many", "-1", "1X", "1KK", "1 2"})
    void whatIsNoLimitIsNone(String text) {
        assertThat(Limit.of(config("A=\"" + text + "\""), "A", Limit.PAGE)).isEmpty();
        assertThat(Limit.of(config("B=1"), "A", Limit.PAGE)).isEmpty();
    }

    @Test
    void memoryOfVswapIsRamWithSwapBesideIt() {
        MemoryLimits memory =
                MemoryLimits.of(config("PHYSPAGES=\"0:256M\"", "SWAPPAGES=\"0:512M\"", "PRIVVMPAGES=\"1:2\""));

        assertThat(memory).isEqualTo(new MemoryLimits(true, 262_144, 262_144, OptionalLong.of(524_288)));
        assertThat(memory.withSwap()).hasValue(786_432);
    }

    @Test
    void memoryOfOlderOnesIsWhatTheyMayAllocate() {
        MemoryLimits memory = MemoryLimits.of(
                config("PHYSPAGES=\"0:2147483647\"", "SWAPPAGES=\"0:512M\"", "PRIVVMPAGES=\"65536:69632\""));

        assertThat(memory).isEqualTo(new MemoryLimits(false, 278_528, 262_144, OptionalLong.empty()));
        assertThat(memory.withSwap()).isEmpty();
        assertThat(MemoryLimits.of(config()).maximum()).isEqualTo(DomainInfo.UNLIMITED);
    }
}
