package org.innkeeper.driver.qemu.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecyclePolicyTest {
    private static LifecyclePolicy policy(String actions) {
        return LifecyclePolicy.of(new Definition(XmlDocument.parse("<domain>" + actions + "</domain>")));
    }

    @Test
    void withoutAWordQemuDoesAllByItself() {
        LifecyclePolicy policy = policy("");

        assertThat(policy.waitsAfterShutdown()).isFalse();
        assertThat(policy.arguments()).containsExactly("-action", "reboot=reset,shutdown=poweroff,panic=shutdown");
        assertThat(policy.oldArguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "on_poweroff, restart, reset, pause, shutdown",
        "on_poweroff, preserve, reset, pause, shutdown",
        "on_poweroff, rename-restart, reset, pause, shutdown",
        "on_reboot, destroy, shutdown, poweroff, shutdown",
        "on_reboot, preserve, shutdown, pause, shutdown",
        "on_crash, preserve, reset, poweroff, pause",
        "on_crash, restart, reset, poweroff, pause",
        "on_crash, coredump-destroy, reset, poweroff, pause"
    })
    void qemuWaitsWhereWeHaveToAct(String element, String action, String reboot, String shutdown, String panic) {
        LifecyclePolicy policy = policy("<" + element + ">" + action + "</" + element + ">");

        assertThat(policy.arguments())
                .containsExactly("-action", "reboot=" + reboot + ",shutdown=" + shutdown + ",panic=" + panic);
        assertThat(policy.setAction().path("shutdown").asText()).isEqualTo(shutdown);
    }

    @Test
    void anOldQemuHasItsOwnWords() {
        assertThat(policy("<on_poweroff>restart</on_poweroff><on_reboot>destroy</on_reboot>")
                        .oldArguments())
                .containsExactly("-no-shutdown", "-no-reboot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<on_poweroff>explode</on_poweroff>",
                "<on_poweroff>coredump-destroy</on_poweroff>",
                "<on_reboot>coredump-restart</on_reboot>"
            })
    void refusesWhatIsNoAction(String actions) {
        assertThatThrownBy(() -> policy(actions)).isInstanceOf(InnkeeperException.class);
    }
}
