package org.innkeeper.core.api.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatsGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagTest {
    static Stream<Class<? extends Flag>> enums() {
        return Stream.of(
                Affect.class,
                ConsoleFlag.class,
                DomainDefineFlag.class,
                DomainDestroyFlag.class,
                DomainFilter.class,
                DomainMessageKind.class,
                DomainStartFlag.class,
                DomainUndefineFlag.class,
                DomainXmlFlag.class,
                DumpFlag.class,
                MemoryFlag.class,
                MigrateFlag.class,
                NetworkFilter.class,
                NodeDeviceFilter.class,
                NetworkXmlFlag.class,
                PoolBuildFlag.class,
                PoolDeleteFlag.class,
                PoolFilter.class,
                PoolStartFlag.class,
                PoolXmlFlag.class,
                SaveFlag.class,
                SecretFilter.class,
                ShutdownMode.class,
                SnapshotCreateFlag.class,
                SnapshotDeleteFlag.class,
                SnapshotRevertFlag.class,
                SnapshotXmlFlag.class,
                StatsFlag.class,
                StatsGroup.class,
                StreamFlag.class,
                VcpuFlag.class,
                VolumeCreateFlag.class,
                VolumeDeleteFlag.class,
                VolumeResizeFlag.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void haveOneBitEachOfTheirOwn(Class<? extends Flag> type) {
        long seen = 0;
        for (Flag flag : type.getEnumConstants()) {
            assertThat(Long.bitCount(flag.bit())).as(flag.toString()).isEqualTo(1);
            assertThat(seen & flag.bit()).as(flag.toString()).isZero();
            seen |= flag.bit();
        }
        assertThat(seen).isNotZero();
    }

    @Test
    void setsBecomeBits() {
        assertThat(Flag.bits(Set.of())).isZero();
        assertThat(Flag.bits(Set.of(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE)))
                .isEqualTo(3);
        assertThat(Flag.bits(EnumSet.allOf(DomainFilter.class))).isEqualTo(DomainFlags.LIST_ALL);
        assertThat(StatsFlag.ENFORCE.bit()).isEqualTo(StatsGroups.ENFORCE);
        assertThat(MigrateFlag.ZEROCOPY.bit()).isEqualTo(1L << 20);
    }
}
