package org.innkeeper.driver.remote.xdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XdrTest {
    private static final int LIMIT = 1_000;

    private final XdrWriter out = new XdrWriter(LIMIT);

    private XdrReader written() {
        byte[] bytes = out.toBytes();
        return new XdrReader(bytes, 0, bytes.length);
    }

    @Test
    void numbersKeepTheirValuesAtTheirLimits() {
        out.writeInt(Integer.MIN_VALUE);
        out.writeUint(0xffff_ffffL);
        out.writeHyper(Long.MIN_VALUE);
        out.writeDouble(-0.125);

        XdrReader in = written();

        assertThat(in.readInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(in.readUint()).isEqualTo(0xffff_ffffL);
        assertThat(in.readHyper()).isEqualTo(Long.MIN_VALUE);
        assertThat(in.readDouble()).isEqualTo(-0.125);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void bytesAreBigEndianAndPaddedWithZeros() {
        out.writeInt(0x01020304);
        out.writeOpaque(new byte[] {9, 8, 7, 6, 5}, 10, "data");

        assertThat(out.toBytes()).containsExactly(1, 2, 3, 4, 0, 0, 0, 5, 9, 8, 7, 6, 5, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "abcd", "Gäste", "客", "\uD83D\uDDA5"})
    void stringsKeepTheirText(String text) {
        UUID uuid = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");
        out.writeString(text, 100, "text");
        out.writeUuid(uuid);

        XdrReader in = written();

        assertThat(in.readString(100)).isEqualTo(text);
        assertThat(in.readUuid()).isEqualTo(uuid);
    }

    @Test
    void aStringThatIsNotUtf8IsRefused() {
        out.writeOpaque(new byte[] {(byte) 0xff, (byte) 0xfe}, 10, "data");

        assertThatThrownBy(() -> written().readString(10))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void aLengthOverTheLimitIsRefusedBeforeMemoryIsTaken() {
        out.writeInt(-1);

        assertThatThrownBy(() -> written().readOpaque(Integer.MAX_VALUE))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("4294967295");
    }

    @Test
    void aCountThatDoesNotFitIntoTheMessageIsRefused() {
        out.writeInt(100);
        out.writeInt(0);

        assertThatThrownBy(() -> written().readCount(1_000, 4))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("100")
                .hasMessageContaining("4 bytes left");
    }

    @Test
    void whatIsCutOffIsRefused() {
        out.writeInt(7);

        assertThatThrownBy(() -> written().readHyper()).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> written().readUuid()).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> written().readString(10)).isInstanceOf(XdrException.class);
    }

    @Test
    void aFlagThatIsNeitherZeroNorOneIsRefused() {
        out.writeInt(2);

        assertThatThrownBy(() -> written().readPresence())
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("2");
    }

    @Test
    void theWriterRefusesWhatTheProtocolCannotCarry() {
        assertThatThrownBy(() -> out.writeUint(-1)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> out.writeUint(0x1_0000_0000L)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> out.writeString("abc", 2, "name"))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> out.writeFixedOpaque(new byte[LIMIT + 1]))
                .isInstanceOf(XdrException.class)
                .hasMessageContaining("1000");
    }
}
