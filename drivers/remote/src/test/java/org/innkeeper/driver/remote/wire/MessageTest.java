package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorLevel;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final String CALL = "0000001c112233440000000100000666000000000000009900000000";
    private static final String ERROR =
            "000000741122334400000001000006660000000200000099000000010000000100000007000000010000000b"
                    + "48656c6c6f20576f726c6400000000020000000000000001000000034f6e65000000000100000003"
                    + "54776f0000000001000000055468726565000000000000010000000200000000";
    private static final MessageHeader CALL_HEADER =
            new MessageHeader(0x11223344, 1, 0x666, MessageType.CALL, 0x99, MessageStatus.OK);

    private static byte[] bodyOf(String hex) {
        byte[] message = HexFormat.of().parseHex(hex);
        return Arrays.copyOfRange(message, Message.LENGTH_SIZE, message.length);
    }

    @Test
    void aCallWithoutArgumentsIsItsHeader() {
        assertThat(HexFormat.of().formatHex(Message.encode(CALL_HEADER, out -> {})))
                .isEqualTo(CALL);
        assertThat(Message.parse(bodyOf(CALL)).header()).isEqualTo(CALL_HEADER);
    }

    @Test
    void anErrorIsReadWithAllItsFields() {
        Message message = Message.parse(bodyOf(ERROR));

        assertThat(message.header().status()).isEqualTo(MessageStatus.ERROR);
        ErrorInfo error = RemoteErrors.read(message.payload());
        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error.origin()).isEqualTo(ErrorOrigin.RPC);
        assertThat(error.level()).isEqualTo(ErrorLevel.ERROR);
        assertThat(error.message()).isEqualTo("Hello World");
        assertThat(error.str1()).isEqualTo("One");
        assertThat(error.str2()).isEqualTo("Two");
        assertThat(error.str3()).isEqualTo("Three");
        assertThat(error.int1()).isEqualTo(1);
        assertThat(error.int2()).isEqualTo(2);
        assertThat(error.subject()).isNull();
    }

    @Test
    void anErrorIsWrittenAsItWasRead() {
        ErrorInfo error = RemoteErrors.read(Message.parse(bodyOf(ERROR)).payload());
        MessageHeader header = new MessageHeader(0x11223344, 1, 0x666, MessageType.MESSAGE, 0x99, MessageStatus.ERROR);

        byte[] message = Message.encode(header, out -> RemoteErrors.write(out, error));

        assertThat(HexFormat.of().formatHex(message)).isEqualTo(ERROR);
    }

    @Test
    void theSubjectOfAnErrorSurvivesTheWire() {
        ErrorSubject guest = new ErrorSubject(ErrorSubject.Kind.DOMAIN, "web", UUID.randomUUID(), 4);
        ErrorSubject network = new ErrorSubject(ErrorSubject.Kind.NETWORK, "default", UUID.randomUUID(), -1);

        assertThat(overTheWire(guest)).isEqualTo(guest);
        assertThat(overTheWire(network)).isEqualTo(network);
    }

    private static ErrorSubject overTheWire(ErrorSubject subject) {
        XdrWriter out = new XdrWriter(1_000);
        RemoteErrors.write(
                out, ErrorInfo.of(ErrorCode.NO_DOMAIN, ErrorOrigin.QEMU, "gone").withSubject(subject));
        byte[] bytes = out.toBytes();
        return RemoteErrors.read(new XdrReader(bytes, 0, bytes.length)).subject();
    }

    @Test
    void aProcedureTheDaemonDoesNotKnowIsNotSupported() {
        XdrWriter out = new XdrWriter(1_000);
        RemoteErrors.write(out, ErrorInfo.of(ErrorCode.RPC, ErrorOrigin.RPC, "unknown procedure: 4711"));
        byte[] bytes = out.toBytes();

        ErrorInfo error = RemoteErrors.read(new XdrReader(bytes, 0, bytes.length));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 27, 33_554_437, Integer.MAX_VALUE})
    void aLengthThatCannotBeOneIsRefused(int length) {
        assertThatThrownBy(() -> Message.checkLength(length)).isInstanceOf(XdrException.class);
    }

    @Test
    void theLeastAndTheLargestLengthAreTaken() {
        Message.checkLength(28);
        Message.checkLength(Message.MAX);

        assertThat(Message.MAX).isEqualTo(33_554_436);
    }
}
