package org.innkeeper.driver.xen.xenstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void hasItsNumbersLowestByteFirst() {
        byte[] bytes = new Message(2, 0x01020304, 7, Payload.of("/a")).toBytes();
        assertThat(HEX.formatHex(bytes)).isEqualTo("02000000" + "04030201" + "07000000" + "03000000" + "2f6100");
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        byte[] bytes = new Message(15, 0, 0, Payload.of("/a", "token")).toBytes();
        Message message = Message.read(new ByteArrayInputStream(bytes));
        assertThat(message.type()).isEqualTo(15);
        assertThat(Payload.texts(message.payload())).containsExactly("/a", "token");
    }

    @Test
    void refusesALengthBeforeItAllocates() {
        for (String length : new String[] {"01001000", "ffffff7f", "ffffffff"}) {
            byte[] bytes = HEX.parseHex("02000000" + "01000000" + "00000000" + length);
            assertThatThrownBy(() -> Message.read(new ByteArrayInputStream(bytes)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("more than the 1048576");
        }
    }

    @Test
    void takesTheLongListsOfTheOcamlDaemon() throws IOException {
        byte[] bytes = new Message(1, 1, 0, new byte[70_000]).toBytes();
        assertThat(Message.read(new ByteArrayInputStream(bytes)).payload()).hasSize(70_000);
    }

    @Test
    void endsWithTheStream() {
        byte[] bytes = new Message(2, 1, 0, Payload.of("/a")).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            ByteArrayInputStream cut = new ByteArrayInputStream(bytes, 0, length);
            assertThatThrownBy(() -> Message.read(cut)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void anyBytesGiveAMessageOrAnError() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 15 && random.nextBoolean()) {
                bytes[13] = 0;
                bytes[14] = 0;
                bytes[15] = 0;
            }
            try {
                Message message = Message.read(new ByteArrayInputStream(bytes));
                assertThat(message.payload().length).isLessThanOrEqualTo(bytes.length);
                assertThat(Payload.texts(message.payload())).doesNotContainNull();
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void textsEndAtTheirZeros() {
        assertThat(Payload.texts(new byte[0])).isEmpty();
        assertThat(Payload.texts(new byte[] {0})).containsExactly("");
        assertThat(Payload.texts(new byte[] {'a', 0, 0, 'b'})).containsExactly("a", "", "b");
        assertThat(Payload.text(new byte[0])).isEmpty();
    }
}
