package org.innkeeper.app.connect.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.spi.CheckStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckReportTest {
    private final CheckReport report = new CheckReport("qemu+tls://vm1/system", new Texts(false));

    @ParameterizedTest
    @EnumSource
    void everyStepHasAName(CheckStep.Kind kind) {
        assertThat(report.name(CheckStep.skipped(kind))).isNotBlank();
    }

    @Test
    void allOfItIsText() {
        report.add(CheckStep.passed(CheckStep.Kind.URI, "it is served by the driver remote"));
        report.add(CheckStep.failed(CheckStep.Kind.PORT, "nobody listens", "Start the daemon."));
        report.add(CheckStep.skipped(CheckStep.Kind.VERSION));
        assertThat(report.all())
                .isEqualTo("Connection check of qemu+tls://vm1/system\n"
                        + "[passed] Address and driver: It is served by the driver remote\n"
                        + "[failed] Port: Nobody listens\n"
                        + "    What to do: Start the daemon.\n"
                        + "[not tried] Version of libvirt\n");
        assertThat(report.summary()).isEqualTo("The connection fails at this step: Port.");
    }

    @Test
    void aDetailIsASentenceAndAUriStaysOne() {
        assertThat(report.detail(CheckStep.passed(CheckStep.Kind.PORT, "port 22 answers")))
                .isEqualTo("Port 22 answers");
        assertThat(report.detail(CheckStep.passed(CheckStep.Kind.HYPERVISOR, "test:///default opens")))
                .isEqualTo("test:///default opens");
        assertThat(report.detail(CheckStep.passed(CheckStep.Kind.PORT, "reached: tcp to vm1")))
                .isEqualTo("Reached: tcp to vm1");
        assertThat(report.detail(CheckStep.passed(CheckStep.Kind.VERSION, "libvirt 9.0.0")))
                .isEqualTo("libvirt 9.0.0");
    }

    @Test
    void aWarningIsNoFailure() {
        report.add(CheckStep.warning(CheckStep.Kind.VERSION, "libvirt 1.0", "Update it."));
        assertThat(report.failure()).isEmpty();
        assertThat(report.summary()).contains("not everything");
    }
}
