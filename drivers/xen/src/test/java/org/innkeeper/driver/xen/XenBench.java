package org.innkeeper.driver.xen;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.CountedHypervisor;
import org.innkeeper.driver.xen.hypercall.HypercallPart;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.innkeeper.driver.xen.xenstore.CountedStore;

/**
 * Measures how long a refresh of many guests takes and how much it asks of the host, and prints rows for
 * docs/benchmarks.md. The hosts are stand-ins in the same process, so that their work counts too.
 */
final class XenBench {
    private static final int GUESTS = 500;
    private static final int WARM = 20;
    private static final int ROUNDS = 51;

    private XenBench() {}

    @FunctionalInterface
    private interface Refresh {
        void once();
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("| what | median ms | requests or calls each |");
        System.out.println("|---|---|---|");
        for (StandInVersion version : List.of(StandInVersion.XEN_3_0_3, StandInVersion.XEN_3_1)) {
            xend(version);
        }
        hypercalls();
        xenstore();
        System.exit(0);
    }

    private static void xend(StandInVersion version) throws IOException {
        try (XenSandbox host = new XenSandbox(version)) {
            host.xend().host().populate(GUESTS);
            DriverConnection connection = host.open();
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            StatisticsFacet statistics = connection.facet(StatisticsFacet.class).orElseThrow();
            LongSupplier requests = () -> {
                long count = host.xend().requests().size();
                host.xend().requests().clear();
                return count;
            };
            String name = "Xen " + version.name().substring("XEN_".length()).replace('_', '.');
            measure("list of " + GUESTS + ", xend of " + name, requests, () -> domains.list(call(), 0));
            measure(
                    "statistics of " + GUESTS + ", xend of " + name,
                    requests,
                    () -> statistics.allStats(call(), List.of(), 0, 0));
        }
    }

    private static void hypercalls() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            host.xend().host().populate(GUESTS);
            HostPaths paths = HostPaths.ofThisMachine()
                    .withSys(host.path("sys"))
                    .withProc(host.path("proc"))
                    .withDev(host.path("dev"));
            CountedHypervisor hypervisor = new CountedHypervisor(GUESTS, paths);
            HypercallPart part = hypervisor.part();
            Set<Integer> ids =
                    part.activeDomains(call()).stream().map(DomainRecord::id).collect(Collectors.toSet());
            measure("list of " + GUESTS + ", hypercalls", hypervisor::calls, () -> part.activeDomains(call()));
            measure("counters of " + GUESTS + ", sysfs", hypervisor::calls, () -> part.counters(call(), ids));
        }
    }

    private static void xenstore() {
        try (CountedStore store = new CountedStore(GUESTS)) {
            measure("names of " + GUESTS + ", a true xenstored", store::requests, () -> store.list(call()));
        }
    }

    private static CallContext call() {
        return CallContext.create();
    }

    private static void measure(String what, LongSupplier requests, Refresh refresh) {
        for (int i = 0; i < WARM; i++) {
            refresh.once();
        }
        requests.getAsLong();
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            refresh.once();
            nanos[i] = System.nanoTime() - begin;
        }
        double each = (double) requests.getAsLong() / ROUNDS;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %s |%n",
                what,
                nanos[ROUNDS / 2] / 1e6,
                each % 1 == 0 ? String.valueOf((long) each) : String.format(Locale.ROOT, "%.2f", each));
    }
}
