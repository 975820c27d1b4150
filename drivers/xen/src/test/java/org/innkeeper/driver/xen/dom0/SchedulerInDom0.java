package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.driver.xen.dom0.Dom0Host.call;
import static org.innkeeper.driver.xen.dom0.XlGuest.xl;

import java.io.IOException;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.privcmd.LocalHypervisor;
import org.innkeeper.driver.xen.part.XenPart;
import org.innkeeper.driver.xen.xl.XlPart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The scheduler that this Xen was started with, by all three ways to it; each sees what another changed. */
class SchedulerInDom0 {
    private static Dom0Host host;
    private static XlGuest guest;
    private static String name;

    @BeforeAll
    static void start() throws IOException {
        host = new Dom0Host();
        guest = XlGuest.start("scheduled");
        name = xl("info", "xen_scheduler").strip();
    }

    @AfterAll
    static void end() throws IOException {
        guest.close();
        host.close();
    }

    private static DomainRef domain() {
        return host.domains().lookupByUuid(call(), guest.key().uuid());
    }

    private static List<TypedParameter> share(long weight, long cap) {
        return List.of(TypedParameter.ofUint("weight", weight), TypedParameter.ofUint("cap", cap));
    }

    @Test
    void facetReadsAndSets(TestReporter reporter) throws IOException {
        SchedulerFacet scheduler = host.facet(SchedulerFacet.class);
        SchedulerType type = scheduler.type(call(), domain());
        reporter.publishEntry("scheduler", type.toString());
        assertThat(type).isEqualTo(new SchedulerType(name, 2));

        scheduler.setParameters(call(), domain(), share(300, 40), DomainFlags.AFFECT_LIVE);

        assertThat(scheduler.parameters(call(), domain(), DomainFlags.AFFECT_LIVE))
                .containsExactlyInAnyOrderElementsOf(share(300, 40));
        assertThat(xl("sched-" + name, "-d", guest.key().name())).containsPattern("300 +40");
        for (List<TypedParameter> wrong : List.of(share(0, 0), share(70_000, 0), share(300, 100_000))) {
            assertThatThrownBy(() -> scheduler.setParameters(call(), domain(), wrong, DomainFlags.AFFECT_LIVE))
                    .isInstanceOf(InnkeeperException.class);
        }
        assertThat(xl("sched-" + name, "-d", guest.key().name())).containsPattern("300 +40");
    }

    @Test
    void partsAgree() {
        try (XenPart tool = new XlPart(HostPaths.ofThisMachine());
                XenPart hypervisor = LocalHypervisor.part(HostPaths.ofThisMachine())) {
            agree(tool, hypervisor, 400);
            agree(hypervisor, tool, 600);
        }
    }

    private static void agree(XenPart setting, XenPart reading, long weight) {
        assertThat(setting.schedulerType(call())).isEqualTo(new SchedulerType(name, 2));
        setting.setSchedulerParameters(call(), guest.key(), share(weight, 50));
        assertThat(reading.schedulerParameters(call(), guest.key()))
                .containsExactlyInAnyOrderElementsOf(share(weight, 50));
        setting.setSchedulerParameters(call(), guest.key(), List.of(TypedParameter.ofUint("cap", 0)));
        assertThat(reading.schedulerParameters(call(), guest.key()))
                .containsExactlyInAnyOrderElementsOf(share(weight, 0));
    }
}
