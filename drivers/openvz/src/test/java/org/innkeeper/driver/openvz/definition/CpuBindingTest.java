package org.innkeeper.driver.openvz.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuBindingTest {
    private static ContainerConfig config(String mask) {
        return ContainerConfig.parse("101.conf", "CPUMASK=\"" + mask + "\"\n");
    }

    private static ContainerSpec spec(String more) {
        return SpecReader.read(
                "<domain type='openvz'><name>a</name><memory>0</memory>" + more + "<os><type>exe</type></os></domain>");
    }

    @Test
    void maskOfAFileIsASet() {
        assertThat(CpuBinding.of(config("0,2-3"))).hasValue(CpuMap.of(0, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "auto", "3-1", "-", "99999"})
    void otherwiseTheKernelChooses(String mask) {
        assertThat(CpuBinding.of(config(mask))).isEmpty();
    }

    @Test
    void documentBindsAllCpusOrNone() {
        String same = "<vcpu cpuset='0-1'>2</vcpu><cputune><vcpupin vcpu='0' cpuset='0,1'/></cputune>";

        assertThat(new SettingChanges(spec(same), config("all"), 2).additions()).contains("--cpumask", "0-1");
        assertThat(new SettingChanges(spec(same), config("0-1"), 2).additions()).doesNotContain("--cpumask");
        assertThat(new SettingChanges(spec("<vcpu>2</vcpu>"), config("0-1"), 2).additions())
                .contains("--cpumask", "all");
        assertThat(new SettingChanges(spec("<vcpu>2</vcpu>"), config(""), 2).additions())
                .doesNotContain("--cpumask");
    }

    @Test
    void cpusCannotBeBoundApart() {
        String apart = "<vcpu>2</vcpu><cputune><vcpupin vcpu='0' cpuset='0'/><vcpupin vcpu='1' cpuset='1'/></cputune>";

        assertThat(catchThrowableOfType(InnkeeperException.class, () -> spec(apart))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(catchThrowableOfType(InnkeeperException.class, () -> spec("<vcpu cpuset='^0'>2</vcpu>"))
                        .code())
                .isIn(ErrorCode.XML_ERROR, ErrorCode.XML_DETAIL);
    }
}
