package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XenMigrationTargetTest {
    @ParameterizedTest
    @CsvSource({
        "xen2, xen2, 0",
        "xen2:8002, xen2, 8002",
        "xenmigr://xen2/, xen2, 0",
        "xenmigr://xen2:8002, xen2, 8002",
        "'xenmigr://[::1]:8002', ::1, 8002"
    })
    void hostsWithAndWithoutPorts(String text, String host, int port) {
        assertThat(XenMigrationFacet.target(text, true, 0, null))
                .isEqualTo(new MigrationTarget(host, port, true, 0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://xen2", "xenmigr:///", "", "a b"})
    void whatNamesNoHostIsRefused(String text) {
        assertThatThrownBy(() -> XenMigrationFacet.target(text, false, 0, null)).isInstanceOf(InnkeeperException.class);
    }

    @Test
    void bandwidthAndNameArePassedOn() {
        MigrationTarget target = XenMigrationFacet.target("xen2", false, 12, "other");
        assertThat(target.bandwidth()).isEqualTo(12);
        assertThat(target.newName()).isEqualTo("other");
        assertThat(target.live()).isFalse();
    }
}
