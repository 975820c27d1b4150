package org.innkeeper.driver.xen.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The host of a stand-in xend, with its domains, and the answers to requests about the host and about all domains. */
public final class StandInHost {
    static final int CPUS = 4;
    private static final int TOTAL_MIB = 16_384;

    final StandInVersion version;
    private final Path managedDirectory;
    private final List<StandInDomain> running = new ArrayList<>();
    private final Map<UUID, StandInDomain> managed = new TreeMap<>();
    private final StandInDomainRequests domainRequests = new StandInDomainRequests(this);
    private BiConsumer<String, StandInDomain> observer = (what, domain) -> {};
    private final Map<String, StandInHost> neighbours = new TreeMap<>();
    private int lastId;

    StandInHost(StandInVersion version, Path managedDirectory) {
        this.version = version;
        this.managedDirectory = managedDirectory;
        StandInDomain domain0 = new StandInDomain(new ArrayList<>(List.of(
                "domain",
                Sxp.pair("name", "Domain-0"),
                Sxp.pair("uuid", new UUID(0, 0)),
                Sxp.pair("memory", "1024"),
                Sxp.pair("maxmem", "16777215"),
                Sxp.pair("vcpus", CPUS))));
        domain0.begin(0, false);
        running.add(domain0);
        try {
            Files.createDirectories(managedDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a domain of a test is told when it starts ({@code begin}), ends ({@code end}) or gets a device. */
    synchronized void observe(BiConsumer<String, StandInDomain> listener) {
        observer = listener;
    }

    /** Lets domains be moved to another host under a name. */
    public synchronized void knows(String name, StandInHost other) {
        neighbours.put(name, other);
    }

    Map<String, StandInHost> neighbours() {
        return neighbours;
    }

    /** A domain that comes from another host. */
    synchronized void receive(List<Object> told) {
        begin(new StandInDomain(told), false);
    }

    /** Begins that many running domains, as a measurement wants them. */
    public synchronized void populate(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            StandInDomain domain = new StandInDomain(config("guest-" + i, i));
            managed.put(domain.uuid, domain);
            store(domain);
            begin(domain, false);
        }
    }

    private static List<Object> config(String name, int number) {
        try {
            return Sxp.parseList("(vm (name " + name + ") (uuid " + new UUID(7, number) + ") (memory 256) (maxmem 512)"
                    + " (vcpus 2) (bootloader /usr/bin/pygrub) (image (linux (kernel '')))"
                    + " (device (vbd (dev xvda:disk) (uname phy:/dev/vg/" + name + ") (mode w)))"
                    + " (device (vif (mac 00:16:3e:00:" + String.format("%02x:%02x", number >> 8, number & 255)
                    + ") (bridge xenbr0) (script vif-bridge))))");
        } catch (Sxp.ParseError e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized StandInReply answer(StandInRequest request) {
        if (request.length() > StandInRequest.LONGEST_FORM) {
            return StandInReply.refused(413, "Request Entity Too Large");
        }
        String path = request.path();
        boolean get = request.method().equals("GET");
        if (!get && !request.method().equals("POST")) {
            return StandInReply.refused(501, "Unsupported method (" + request.method() + ")");
        }
        if (!get && request.op() == null) {
            return new StandInReply(406, "Not Acceptable", null, "");
        }
        if (path.equals("/xend/")) {
            return StandInReply.ok("(ls  node domain vnet)");
        }
        if (path.equals("/xend/node/")) {
            return get ? StandInReply.ok(Sxp.show(node())) : notImplemented(request);
        }
        if (path.equals("/xend/domain")) {
            return get ? StandInReply.ok(list(request)) : post(request);
        }
        if (path.startsWith("/xend/domain/")) {
            String which = URLDecoder.decode(
                    path.substring("/xend/domain/".length()).replace("+", "%2B"), StandardCharsets.UTF_8);
            return find(which)
                    .map(domain -> domainRequests.answer(request, domain))
                    .orElseGet(() -> unknown(which));
        }
        return StandInReply.refused(404, "Not Found");
    }

    private StandInReply unknown(String which) {
        return version.saysNotFound()
                ? StandInReply.refused(404, "No such domain " + which)
                : new StandInReply(500, "Internal Server Error", null, "");
    }

    static StandInReply notImplemented(StandInRequest request) {
        return StandInReply.refused(501, "Operation not implemented: " + request.op());
    }

    private List<Object> node() {
        long used = running.stream().mapToLong(domain -> domain.memory).sum();
        List<Object> node = new ArrayList<>(List.of(
                "node",
                Sxp.pair("system", "Linux"),
                Sxp.pair("host", "stand-in"),
                Sxp.pair("machine", "x86_64"),
                Sxp.pair("nr_cpus", CPUS),
                Sxp.pair("nr_nodes", 1),
                Sxp.pair("sockets_per_node", 2),
                Sxp.pair("cores_per_socket", 2),
                Sxp.pair("threads_per_core", 1),
                Sxp.pair("cpu_mhz", 2400),
                Sxp.pair("total_memory", TOTAL_MIB)));
        // Python writes a long number in quotes.
        node.add(Sxp.pair("free_memory", Math.max(1, TOTAL_MIB - used)));
        node.add(Sxp.pair("xen_major", version.major));
        node.add(Sxp.pair("xen_minor", version.minor));
        node.add(Sxp.pair("xen_caps", "xen-3.0-x86_64 xen-3.0-x86_32p hvm-3.0-x86_32 hvm-3.0-x86_64"));
        node.add(Sxp.pair("xen_scheduler", "credit"));
        if (version.format > 0) {
            node.add(Sxp.pair("xend_config_format", version.format));
        }
        return node;
    }

    /** Without a state the running ones only; details are told of these alone, whatever state is asked for. */
    private String list(StandInRequest request) {
        boolean detail = "1".equals(request.query().get("detail"));
        if (!version.keepsInactive()) {
            return detail
                    ? Sxp.show(running.stream().map(StandInDomain::told).toList())
                    : Sxp.show(running.stream().map(domain -> domain.name).toList());
        }
        if (detail) {
            return Sxp.show(running.stream()
                    .filter(domain -> domain.powerState().equals("running"))
                    .map(StandInDomain::told)
                    .toList());
        }
        String state = request.query().getOrDefault("state", "running");
        List<StandInDomain> all = new ArrayList<>(running);
        managed.values().stream().filter(domain -> !all.contains(domain)).forEach(all::add);
        return Sxp.show(all.stream()
                .filter(domain -> state.equals("all") || domain.powerState().equals(state))
                .map(domain -> domain.name)
                .toList());
    }

    private StandInReply post(StandInRequest request) {
        return switch (request.op()) {
            case "create" -> create(request);
            case "new" -> version.keepsInactive() ? define(request) : notImplemented(request);
            case "restore" -> restore(request.form().get("file"));
            default -> notImplemented(request);
        };
    }

    private StandInReply create(StandInRequest request) {
        StandInDomain domain;
        try {
            domain = new StandInDomain(
                    Sxp.parseList(String.valueOf(request.form().get("config"))));
        } catch (Sxp.ParseError e) {
            return StandInReply.error(500, "Invalid configuration " + e.getMessage());
        }
        Optional<String> problem = problemOf(domain);
        if (problem.isPresent()) {
            return StandInReply.error(500, "Error creating domain: " + problem.get());
        }
        begin(domain, true);
        return new StandInReply(201, "created", "/xend/domain/" + domain.name, Sxp.show(domain.told()));
    }

    Optional<String> problemOf(StandInDomain domain) {
        boolean taken = running.stream().anyMatch(other -> other.name.equals(domain.name));
        if (domain.name == null || taken) {
            return Optional.of("VM name '" + domain.name + "' already in use");
        }
        List<Object> image = Sxp.child(domain.config, "image");
        String kernel = image == null ? null : Sxp.text((List<?>) image.get(1), "kernel");
        boolean missing = kernel != null && !kernel.isEmpty() && !Files.exists(Path.of(kernel));
        return missing ? Optional.of("Kernel image does not exist: " + kernel) : Optional.empty();
    }

    private StandInReply define(StandInRequest request) {
        StandInDomain domain;
        try {
            domain = new StandInDomain(
                    Sxp.parseList(String.valueOf(request.form().get("config"))));
        } catch (Sxp.ParseError e) {
            return StandInReply.error(500, "Invalid configuration " + e.getMessage());
        }
        boolean taken = managed.values().stream()
                .anyMatch(other -> other.name.equals(domain.name) && !other.uuid.equals(domain.uuid));
        if (taken) {
            return StandInReply.error(500, "Error creating domain: VM name '" + domain.name + "' already in use");
        }
        managed.put(domain.uuid, domain);
        store(domain);
        return StandInReply.ok("");
    }

    /** The file of a managed domain, which the true one keeps too. */
    void store(StandInDomain domain) {
        try {
            Path directory = Files.createDirectories(managedDirectory.resolve(domain.uuid.toString()));
            List<Object> told = new ArrayList<>(domain.told());
            told.removeIf(value -> value instanceof List<?> list && list.get(0).equals("domid"));
            Files.writeString(directory.resolve("config.sxp"), Sxp.show(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StandInReply restore(String file) {
        try {
            byte[] saved = Files.readAllBytes(Path.of(file));
            String text =
                    new String(saved, StandInDomainRequests.MARK.length() + 4, length(saved), StandardCharsets.UTF_8);
            StandInDomain domain = new StandInDomain(Sxp.parseList(text));
            Optional<String> problem = problemOf(domain);
            if (problem.isPresent()) {
                return StandInReply.error(200, "Restore failed");
            }
            begin(domain, false);
            return new StandInReply(201, "Created", "/xend/domain/" + domain.name, Sxp.show(domain.told()));
        } catch (IOException | RuntimeException | Sxp.ParseError e) {
            return StandInReply.error(200, "Restore failed");
        }
    }

    private static int length(byte[] saved) {
        return ByteBuffer.wrap(saved).getInt(StandInDomainRequests.MARK.length());
    }

    /** A domain by name, id, or from 3.1 on UUID. */
    Optional<StandInDomain> find(String which) {
        List<StandInDomain> all = new ArrayList<>(running);
        all.addAll(managed.values());
        boolean byUuid = version.format >= 4;
        return all.stream()
                .filter(domain -> domain.name.equals(which)
                        || domain.runs() && String.valueOf(domain.id).equals(which)
                        || byUuid && domain.uuid.toString().equals(which))
                .findFirst();
    }

    void begin(StandInDomain domain, boolean paused) {
        lastId++;
        domain.begin(lastId, paused);
        running.add(domain);
        observer.accept("begin", domain);
    }

    /** A change of the run is one of the definition too, unless that was given anew since the start. */
    void changed(StandInDomain domain) {
        observer.accept("change", domain);
        if (managed.get(domain.uuid) == domain) {
            store(domain);
        }
    }

    void end(StandInDomain domain) {
        observer.accept("end", domain);
        running.remove(domain);
        domain.end();
    }

    StandInDomain managed(UUID uuid) {
        return managed.get(uuid);
    }

    void forget(StandInDomain domain) {
        managed.remove(domain.uuid);
        try {
            Files.deleteIfExists(
                    managedDirectory.resolve(domain.uuid.toString()).resolve("config.sxp"));
            Files.deleteIfExists(managedDirectory.resolve(domain.uuid.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
