package org.innkeeper.driver.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.transport.Transport;
import org.innkeeper.driver.remote.wire.RpcConnection;

/**
 * Measures this driver and libvirt's client library in turn against the same libvirtd, and prints rows for
 * docs/benchmarks.md. The first argument is the program made of installer/src/bench/libvirt-peer.c; then follow parts of
 * the measurement (calls, open, bulk, real), all of them where there is none.
 */
final class RemoteBench {
    private static final int ROUNDS = 9;
    private static final int REAL_GUESTS = 10;
    /** As many as a daemon works on. All of them are urgent here, since of others no more than four are sent. */
    private static final int AT_ONCE = 5;

    private static final int NULL_CALLS = 5_000;

    /** Microseconds for each call. */
    private record Cost(double wall, double cpu) {}

    private record Costs(Cost mine, Cost theirs) {
        String timesTheRateOf(Costs serial) {
            return String.format("%.1f; theirs %.1f", serial.mine.wall / mine.wall, serial.theirs.wall / theirs.wall);
        }
    }

    @FunctionalInterface
    private interface Work {
        void once() throws Exception;
    }

    @FunctionalInterface
    private interface Calls {
        void perform(int count) throws Exception;
    }

    private final LibvirtdPeer peer = LibvirtdPeer.shared();
    private final String program;
    private final Path sshProgram;

    private RemoteBench(String program) throws IOException {
        this.program = program;
        this.sshProgram = peer.directory().resolve("ssh/program");
        Files.writeString(
                sshProgram,
                "#!/bin/sh\nexec ssh -o UserKnownHostsFile=" + peer.directory().resolve("ssh/known_hosts")
                        + " \"$@\"\n");
        sshProgram.toFile().setExecutable(true);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> parts = List.of(arguments).subList(1, arguments.length);
        new RemoteBench(arguments[0])
                .run(parts.isEmpty() ? Set.of("calls", "open", "bulk", "real") : Set.copyOf(parts));
        System.exit(0);
    }

    private void run(Set<String> parts) throws Exception {
        System.out.println(
                "| what | Innkeeper | CPU | libvirt's library | CPU | wall, ours by theirs | times the serial rate |");
        System.out.println("|---|---|---|---|---|---|---|");
        if (parts.contains("calls")) {
            for (String transport : List.of("unix", "tcp", "tls", "ssh")) {
                calls(transport);
            }
        }
        if (parts.contains("open")) {
            String unix = uri("unix", "test", "/default");
            compare("open and close, unix", "open", unix, 200, () -> open(unix).close());
        }
        if (parts.contains("bulk")) {
            for (int guests : new int[] {10, 100, 1_000}) {
                bulk(guests);
            }
        }
        if (parts.contains("real")) {
            realGuests();
        }
    }

    private void calls(String transport) throws Exception {
        String uri = uri(transport, "test", "/default");
        Procedure version = RemoteProgram.procedure("CONNECT_GET_LIB_VERSION");
        try (RpcConnection connection = connect(uri)) {
            Work nullCall = () -> connection.callUrgently(CallContext.create(), version);
            Costs serial = compare("null call, " + transport, "null", uri, NULL_CALLS, nullCall);
            inFlight(transport, uri, nullCall, serial);
        }
    }

    /** A connection whose calls may all use the slot that is kept for urgent ones. */
    private static RpcConnection connect(String text) {
        ConnectUri uri = ConnectUri.parse(text);
        CallContext context = CallContext.within(Duration.ofSeconds(30));
        Transport transport =
                new TransportOpener(uri, AuthenticationCallback.NOBODY, OpenOptions.readWrite()).open(context);
        RpcConnection connection = RpcConnection.start(transport, new IgnoredEvents(), 5);
        connection.call(context, RemoteProgram.procedure("AUTH_LIST"));
        connection.call(context, RemoteProgram.procedure("CONNECT_OPEN"), uri.nameForFarSide(), 0L);
        return connection;
    }

    private void bulk(int guests) throws Exception {
        String uri = uri("unix", "test", hostFile(guests));
        int calls = Math.max(50, 20_000 / guests);
        try (DriverConnection connection = open(uri)) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            StatisticsFacet statistics = connection.facet(StatisticsFacet.class).orElseThrow();
            compare("list of " + guests, "list", uri, calls, () -> domains.list(CallContext.create(), 0));
            compare(
                    "statistics of " + guests,
                    "statistics",
                    uri,
                    calls,
                    () -> statistics.allStats(CallContext.create(), List.of(), 0, 0));
            DomainRef first = domains.list(CallContext.create(), 0).get(0);
            if (guests == 10) {
                compare("XML", "xml", uri, 1_000, () -> domains.xml(CallContext.create(), first, 0));
            }
        }
    }

    private void realGuests() throws Exception {
        String uri = uri("unix", "qemu", "/system");
        try (DriverConnection connection = open(uri)) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            StatisticsFacet statistics = connection.facet(StatisticsFacet.class).orElseThrow();
            List<DomainRef> guests = new ArrayList<>();
            try {
                for (int i = 0; i < REAL_GUESTS; i++) {
                    guests.add(domains.createXml(
                            CallContext.create(),
                            "<domain type='qemu'><name>bench" + i + "</name><memory unit='MiB'>24</memory>"
                                    + "<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>"
                                    + "<emulator>/usr/bin/qemu-system-x86_64</emulator>"
                                    + "<interface type='user'/></devices></domain>",
                            1));
                }
                compare(
                        "statistics of 10 real guests",
                        "statistics",
                        uri,
                        50,
                        () -> statistics.allStats(CallContext.create(), List.of(), 0, 0));
            } finally {
                guests.forEach(guest -> domains.destroy(CallContext.create(), guest, 0));
            }
        }
    }

    private String uri(String transport, String driver, String path) {
        return switch (transport) {
            case "unix" -> peer.unix(driver, path);
            case "tcp" -> peer.tcp(driver, path);
            case "tls" -> peer.tls(driver, path);
            default -> peer.ssh(driver, path);
        };
    }

    private static DriverConnection open(String uri) {
        return new RemoteProvider()
                .open(
                        CallContext.within(Duration.ofSeconds(30)),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    /** A file libvirt's test driver makes a host of. */
    private String hostFile(int guests) throws IOException {
        StringBuilder node = new StringBuilder("<node>");
        for (int i = 0; i < guests; i++) {
            node.append("<domain type='test'><name>guest").append(i).append("</name><memory>65536</memory>");
            node.append("<os><type>hvm</type></os></domain>");
        }
        Path file = peer.directory().resolve("bench" + guests + ".xml");
        Files.writeString(file, node.append("</node>"));
        return file.toString();
    }

    /** Calls of several threads over one connection, as many as the daemon works on. */
    private void inFlight(String transport, String uri, Work work, Costs serial) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        atOnce(threads, 2 * NULL_CALLS, work);
        List<Cost> mine = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            mine.add(measure(NULL_CALLS, calls -> atOnce(threads, calls, work)));
            theirs.add(peer(uri, "null", NULL_CALLS, AT_ONCE));
        }
        threads.shutdown();
        Costs costs = new Costs(median(mine), median(theirs));
        print("null call, " + AT_ONCE + " in flight, " + transport, costs, costs.timesTheRateOf(serial));
    }

    private static void atOnce(ExecutorService threads, int calls, Work work) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < AT_ONCE; thread++) {
            all.add(threads.submit(() -> {
                for (int i = 0; i < calls / AT_ONCE; i++) {
                    work.once();
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private Costs compare(String name, String what, String uri, int calls, Work ours) throws Exception {
        for (int i = 0; i < 2 * calls; i++) {
            ours.once();
        }
        List<Cost> mine = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            mine.add(measure(calls, count -> {
                for (int i = 0; i < count; i++) {
                    ours.once();
                }
            }));
            theirs.add(peer(uri, what, calls, 1));
        }
        Costs costs = new Costs(median(mine), median(theirs));
        print(name, costs, "");
        return costs;
    }

    private static void print(String name, Costs costs, String rate) {
        Cost us = costs.mine();
        Cost them = costs.theirs();
        System.out.printf(
                "| %s | %.1f µs (%.0f/s) | %.1f µs | %.1f µs | %.1f µs | %.2f | %s |%n",
                name, us.wall(), 1e6 / us.wall(), us.cpu(), them.wall(), them.cpu(), us.wall() / them.wall(), rate);
    }

    private static Cost measure(int calls, Calls work) throws Exception {
        long cpu = cpuTime();
        long begin = System.nanoTime();
        work.perform(calls);
        return new Cost((System.nanoTime() - begin) / 1e3 / calls, (cpuTime() - cpu) / 1e3 / calls);
    }

    private static long cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private Cost peer(String uri, String what, int calls, int threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program, peerUri(uri), what, Integer.toString(calls), Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] words = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split(" ");
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed at " + what);
        }
        return new Cost(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
    }

    /** libvirt's library has the ssh program do the work. */
    private String peerUri(String uri) {
        return uri.contains("+ssh:") ? uri + "&command=" + sshProgram : uri;
    }

    private static Cost median(List<Cost> costs) {
        double[] wall = costs.stream().mapToDouble(Cost::wall).sorted().toArray();
        double[] cpu = costs.stream().mapToDouble(Cost::cpu).sorted().toArray();
        return new Cost(wall[wall.length / 2], cpu[cpu.length / 2]);
    }
}
