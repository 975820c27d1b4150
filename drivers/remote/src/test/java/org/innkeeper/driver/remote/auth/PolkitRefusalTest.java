package org.innkeeper.driver.remote.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

/** The answers of polkit that no daemon here can be brought to give at will; the numbers are those libvirt sends. */
class PolkitRefusalTest {
    private static InnkeeperException explain(boolean readOnly, InnkeeperException failure) {
        return new PolkitRefusal(null, "jo", PolkitRefusal.MANAGE, readOnly).explain(failure);
    }

    private static InnkeeperException explain(ErrorCode code, ErrorOrigin origin, String message) {
        return explain(false, new InnkeeperException(code, origin, message));
    }

    @Test
    void cancellingTheQuestionIsNoDenial() {
        InnkeeperException told = explain(
                ErrorCode.AUTH_CANCELLED,
                ErrorOrigin.POLKIT,
                "authentication cancelled: user cancelled authentication process");

        assertThat(told).isInstanceOf(AuthenticationException.class).hasMessageContaining("was cancelled");
        assertThat(told.code()).isEqualTo(ErrorCode.AUTH_CANCELLED);
        assertThat(told.info().remedy())
                .hasValue("Connect again and give the password, or open the connection read-only.");
    }

    @Test
    void aDaemonThatCannotAskPolkitSaysSo() {
        InnkeeperException told = explain(
                ErrorCode.DBUS_SERVICE,
                ErrorOrigin.DBUS,
                "error from service: GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown");

        assertThat(told.code()).isEqualTo(ErrorCode.AUTH_UNAVAILABLE);
        assertThat(told).hasMessageContaining("could not ask polkit about jo").hasMessageContaining("ServiceUnknown");
        assertThat(told.info().remedy()).hasValueSatisfying(remedy -> assertThat(remedy)
                .startsWith("Start polkit and the system's D-Bus, or set auth_unix_rw"));
    }

    @Test
    void whoOnlyWantedToReadIsNotTalkedIntoThat() {
        InnkeeperException told = explain(
                true, new InnkeeperException(ErrorCode.AUTH_FAILED, ErrorOrigin.POLKIT, "access denied by policy"));

        assertThat(told.info().remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).doesNotContain("read-only"));
    }

    @Test
    void whatPolkitDidNotCauseStaysAsItIs() {
        InnkeeperException cancelled = CallCancelledException.cancelled("Opening");
        InnkeeperException lost = new InnkeeperException(
                ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, "the connection was lost"), null);

        assertThat(explain(false, cancelled)).isSameAs(cancelled);
        assertThat(explain(false, lost)).isSameAs(lost);
    }
}
