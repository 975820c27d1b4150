package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.VcpuFacet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Virtual CPUs: number and affinity. */
public abstract class VcpuContract extends DriverContract {
    private static final long CONFIG = DomainFlags.AFFECT_CONFIG;
    private static final long LIVE = DomainFlags.AFFECT_LIVE;

    private VcpuFacet vcpus;

    /** For subclasses. */
    protected VcpuContract() {}

    @BeforeEach
    final void findVcpus() {
        vcpus = connection.facet(VcpuFacet.class).orElseGet(() -> {
            assertThat(connection.features()).doesNotContain(Feature.DOMAIN_VCPUS_LIVE, Feature.DOMAIN_VCPU_PIN);
            return Assumptions.abort("this driver does not have vcpus of its own");
        });
    }

    @Test
    void runningGuestHasTheVcpusOfItsDefinition() {
        DomainRef domain = runningGuest();
        List<VcpuInfo> all = vcpus.vcpus(call(), domain);

        assertThat(all).hasSize(domains.info(call(), domain).vcpus());
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).number()).isEqualTo(i);
            assertThat(all.get(i).state()).isBetween(VcpuInfo.OFFLINE, VcpuInfo.BLOCKED);
            assertThat(all.get(i).cpuTime()).isGreaterThanOrEqualTo(-1);
            assertThat(all.get(i).affinity().isEmpty()).isFalse();
        }
        assertThat(vcpus.count(call(), domain, LIVE)).isEqualTo(all.size());
    }

    @Test
    void inactiveGuestHasNoVcpusButANumber() {
        DomainRef domain = definedGuest();

        assertThat(vcpus.vcpus(call(), domain)).isEmpty();
        assertThat(vcpus.count(call(), domain, CONFIG)).isPositive();
        assertThat(vcpus.count(call(), domain, CONFIG | DomainFlags.VCPU_MAXIMUM))
                .isEqualTo(vcpus.max(call(), domain));
        assertFails(() -> vcpus.count(call(), domain, LIVE), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void storedNumbersCanBeChanged() {
        DomainRef domain = definedGuest();

        vcpus.setCount(call(), domain, 4, CONFIG | DomainFlags.VCPU_MAXIMUM);
        vcpus.setCount(call(), domain, 3, CONFIG);

        assertThat(vcpus.max(call(), domain)).isEqualTo(4);
        assertThat(vcpus.count(call(), domain, CONFIG)).isEqualTo(3);
        assertThat(domains.info(call(), domain).vcpus()).isEqualTo(3);
        assertFails(() -> vcpus.setCount(call(), domain, 5, CONFIG), ErrorCode.INVALID_ARG);
        assertFails(() -> vcpus.setCount(call(), domain, 0, CONFIG), ErrorCode.INVALID_ARG);
        assertFails(() -> vcpus.setCount(call(), domain, 2, LIVE), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void loweringTheMaximumLowersTheNumber() {
        DomainRef domain = definedGuest();

        vcpus.setCount(call(), domain, 1, CONFIG | DomainFlags.VCPU_MAXIMUM);

        assertThat(vcpus.max(call(), domain)).isEqualTo(1);
        assertThat(vcpus.count(call(), domain, CONFIG)).isEqualTo(1);
    }

    @Test
    void vcpusOfARunningGuestComeAndGo() {
        requires(Feature.DOMAIN_VCPUS_LIVE);
        DomainRef defined = definedGuest();
        vcpus.setCount(call(), defined, 1, CONFIG);
        DomainRef domain = domains.start(call(), defined, 0);
        assertThat(vcpus.vcpus(call(), domain)).hasSize(1);

        vcpus.setCount(call(), domain, 2, LIVE);

        assertThat(vcpus.vcpus(call(), domain)).hasSize(2);
        assertThat(vcpus.count(call(), domain, LIVE)).isEqualTo(2);
        assertThat(vcpus.count(call(), domain, CONFIG)).isEqualTo(fixture.definitionIsTheRun() ? 2 : 1);
        assertFails(
                () -> vcpus.setCount(call(), domain, 4, LIVE | DomainFlags.VCPU_MAXIMUM),
                ErrorCode.INVALID_ARG,
                ErrorCode.OPERATION_INVALID);
    }

    @Test
    void vcpuCanBeBoundToACpu() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_VCPU_PIN, () -> vcpus.pin(call(), domain, 0, CpuMap.of(0), LIVE));

        vcpus.pin(call(), domain, 0, CpuMap.of(0), LIVE);

        assertThat(vcpus.pinning(call(), domain, LIVE).get(0)).isEqualTo(CpuMap.of(0));
        assertThat(vcpus.vcpus(call(), domain).get(0).affinity()).isEqualTo(CpuMap.of(0));
        assertFails(() -> vcpus.pin(call(), domain, 99, CpuMap.of(0), LIVE), ErrorCode.INVALID_ARG);
        assertFails(() -> vcpus.pin(call(), domain, 0, CpuMap.of(), LIVE), ErrorCode.INVALID_ARG);
    }

    @Test
    void storedBindingIsInTheXml() {
        requires(Feature.DOMAIN_VCPU_PIN);
        DomainRef domain = definedGuest();

        vcpus.pin(call(), domain, 1, CpuMap.of(0), CONFIG);

        assertThat(vcpus.pinning(call(), domain, CONFIG).get(1)).isEqualTo(CpuMap.of(0));
        assertThat(xml(domain, DomainFlags.XML_INACTIVE)
                        .element("cputune")
                        .element("vcpupin")
                        .attribute("cpuset"))
                .isEqualTo("0");
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = definedGuest();

        assertRefusesUnknownFlag(() -> vcpus.count(call(), domain, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> vcpus.setCount(call(), domain, 1, UNKNOWN_FLAG));
        assertFails(
                () -> vcpus.pin(call(), domain, 0, CpuMap.of(0), UNKNOWN_FLAG),
                ErrorCode.INVALID_ARG,
                ErrorCode.NO_SUPPORT);
        assertFails(() -> vcpus.pinning(call(), domain, UNKNOWN_FLAG), ErrorCode.INVALID_ARG, ErrorCode.NO_SUPPORT);
    }
}
