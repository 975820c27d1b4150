package org.innkeeper.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers that cross the wire. */
class ErrorNumbersTest {
    @Test
    void codesHaveNoGaps() {
        assertThat(Arrays.stream(ErrorCode.values()).mapToInt(ErrorCode::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 113).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR,1",
        "NO_SUPPORT,3",
        "INVALID_CONN,6",
        "INVALID_ARG,8",
        "XML_ERROR,27",
        "DOM_EXIST,28",
        "OPERATION_DENIED,29",
        "CONF_SYNTAX,33",
        "RPC,39",
        "NO_DOMAIN,42",
        "AUTH_FAILED,45",
        "NO_STORAGE_POOL,49",
        "OPERATION_INVALID,55",
        "NO_SECRET,66",
        "CONFIG_UNSUPPORTED,67",
        "OPERATION_TIMEOUT,68",
        "OPERATION_ABORTED,78",
        "AUTH_CANCELLED,79",
        "RESOURCE_BUSY,87",
        "DEVICE_MISSING,99",
        "INVALID_NETWORK_PORT,105",
        "NETWORK_PORT_EXIST,106",
        "NO_NETWORK_PORT,107",
        "NO_HOSTNAME,108",
        "CHECKPOINT_INCONSISTENT,109",
        "MULTIPLE_DOMAINS,110"
    })
    void codesAreLibvirts(ErrorCode code, int number) {
        assertThat(code.number()).isEqualTo(number);
        assertThat(ErrorCode.ofNumber(number)).isSameAs(code);
    }

    @ParameterizedTest
    @CsvSource({"NONE,0", "XEN,1", "QEMU,10", "TEST,12", "REMOTE,13", "STORAGE,18", "URI,45", "CH,72"})
    void originsAreLibvirts(ErrorOrigin origin, int number) {
        assertThat(origin.number()).isEqualTo(number);
        assertThat(ErrorOrigin.ofNumber(number)).isSameAs(origin);
    }

    @Test
    void levelsAreLibvirts() {
        assertThat(ErrorLevel.WARNING.number()).isEqualTo(1);
        assertThat(ErrorLevel.ofNumber(2)).isSameAs(ErrorLevel.ERROR);
    }

    @Test
    void numbersOfLaterVersionsAreTaken() {
        assertThat(ErrorCode.ofNumber(9999)).isSameAs(ErrorCode.INTERNAL_ERROR);
        assertThat(ErrorCode.ofNumber(-1)).isSameAs(ErrorCode.INTERNAL_ERROR);
        assertThat(ErrorOrigin.ofNumber(9999)).isSameAs(ErrorOrigin.NONE);
        assertThat(ErrorLevel.ofNumber(7)).isSameAs(ErrorLevel.ERROR);
        ErrorInfo later = new ErrorInfo(9999, 999, ErrorLevel.ERROR, "new", null, null, null, null, 0, 0);
        assertThat(later.codeNumber()).as("kept for the way on").isEqualTo(9999);
        assertThat(later.code()).isSameAs(ErrorCode.INTERNAL_ERROR);
        assertThat(later.origin()).isSameAs(ErrorOrigin.NONE);
    }
}
