package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final Set<Feature> CHANGES = EnumSet.of(Feature.DOMAIN_CREATE_TRANSIENT, Feature.DOMAIN_SHUTDOWN);

    private static String of(Set<Feature> features, boolean local, Feature feature) {
        return new Absences(features, local)
                .of(feature)
                .map(info -> info.message() + "; " + info.remedy().orElse(""))
                .orElse("");
    }

    @Test
    void whatIsThereLacksNothing() {
        assertThat(of(CHANGES, true, Feature.DOMAIN_SHUTDOWN)).isEmpty();
    }

    @Test
    void theReasonIsNamed() {
        assertThat(of(CHANGES, true, Feature.DOMAIN_SNAPSHOT)).contains("no snapshots");
        assertThat(of(CHANGES, true, Feature.DOMAIN_SCREENSHOT)).contains("pictures", "screen");
        assertThat(of(CHANGES, false, Feature.DOMAIN_CONSOLE)).contains("over the network", "on that host");
        assertThat(of(CHANGES, true, Feature.DOMAIN_ATTACH)).contains("from Xen 3.0.4 on");
        assertThat(of(CHANGES, true, Feature.NODE_CPU_STATS)).contains("hypervisor", "root");
        assertThat(of(Set.of(), true, Feature.DOMAIN_REBOOT)).contains("look", "root");
    }

    @Test
    void aConnectionTellsThem() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4)) {
            assertThat(host.open().absence(Feature.DOMAIN_SNAPSHOT)).isPresent();
            assertThat(host.open().absence(Feature.DOMAIN_SAVE)).isEmpty();
        }
    }
}
