package org.innkeeper.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ErrorInfoTest {
    private static final ErrorInfo PLAIN = ErrorInfo.of(ErrorCode.NO_DOMAIN, ErrorOrigin.QEMU, "no domain x");

    @Test
    void changesOneThingAtATime() {
        ErrorSubject subject = ErrorSubject.of(ErrorSubject.Kind.DOMAIN, "x");
        ErrorInfo whole = PLAIN.withSubject(subject)
                .withDetail("vda")
                .withRemedy("Define it.")
                .withNumbers(2, 17);
        assertThat(whole)
                .isEqualTo(new ErrorInfo(
                        42, 10, ErrorLevel.ERROR, "no domain x", subject, null, "vda", "Define it.", 2, 17));
        assertThat(whole.remedy()).contains("Define it.");
        assertThat(PLAIN.remedy()).isEmpty();
        assertThat(PLAIN.subject()).isNull();
    }

    @Test
    void warningsAreOfTheirOwnLevel() {
        assertThat(ErrorInfo.warning(ErrorCode.OK, ErrorOrigin.NONE, "careful").level())
                .isSameAs(ErrorLevel.WARNING);
    }

    @Test
    void missingRightsAreTold() {
        ErrorInfo system = ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, "no");

        assertThat(system.isPermissionDenied()).isFalse();
        assertThat(system.withPermissionDenied().isPermissionDenied()).isTrue();
        assertThat(system.withPermissionDenied().int1()).isEqualTo(13);
        assertThat(system.withNumbers(1, 0).isPermissionDenied()).isTrue();
        assertThat(system.withNumbers(2, 0).isPermissionDenied()).isFalse();
        assertThat(ErrorInfo.of(ErrorCode.ACCESS_DENIED, ErrorOrigin.RPC, "no").isPermissionDenied())
                .isTrue();
        assertThat(ErrorInfo.of(ErrorCode.XML_ERROR, ErrorOrigin.XML, "in line 13")
                        .withNumbers(13, 1)
                        .isPermissionDenied())
                .isFalse();
    }

    @Test
    void needsAMessageAndSubjectsAName() {
        assertThatNullPointerException().isThrownBy(() -> ErrorInfo.of(ErrorCode.OK, ErrorOrigin.NONE, null));
        assertThatNullPointerException().isThrownBy(() -> ErrorSubject.of(ErrorSubject.Kind.HOST, null));
    }

    @Test
    void exceptionsCarryIt() {
        IllegalStateException cause = new IllegalStateException();
        InnkeeperException error = new InnkeeperException(ErrorCode.NO_DOMAIN, ErrorOrigin.QEMU, "no domain x", cause);
        assertThat(error.info()).isEqualTo(PLAIN);
        assertThat(error.code()).isSameAs(ErrorCode.NO_DOMAIN);
        assertThat(error).hasMessage("no domain x").hasCause(cause);
        assertThat(CallCancelledException.cancelled("saving").code()).isSameAs(ErrorCode.OPERATION_ABORTED);
        assertThat(CallCancelledException.timedOut("saving").code()).isSameAs(ErrorCode.OPERATION_TIMEOUT);
        assertThat(new ConnectionClosedException("closed").code()).isSameAs(ErrorCode.INVALID_CONN);
        assertThat(new ConnectionClosedException(PLAIN, cause)).hasCause(cause);
        assertThat(new AuthenticationException(ErrorCode.AUTH_FAILED, ErrorOrigin.REMOTE, "no").code())
                .isSameAs(ErrorCode.AUTH_FAILED);
        assertThat(new AuthenticationException(PLAIN, cause).info()).isSameAs(PLAIN);
    }
}
