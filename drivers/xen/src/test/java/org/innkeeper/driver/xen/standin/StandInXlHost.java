package org.innkeeper.driver.xen.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.innkeeper.core.config.ConfigFile;

/** The host of a stand-in xl, with its domains, and the answers of the verbs about the host and about all domains. */
public final class StandInXlHost {
    static final int CPUS = 4;
    private static final int TOTAL_MIB = 16_384;
    private static final String NAME_TAKEN =
            "libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain %1$d:Domain with"
                    + " name \"%2$s\" already exists.\n"
                    + "libxl: error: libxl_create.c:1296:initiate_domain_create: Domain %1$d:cannot make domain: -6\n"
                    + "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain %1$d:Non-existant domain\n"
                    + "libxl: error: libxl_domain.c:1137:domain_destroy_callback: Domain %1$d:Unable to destroy guest\n"
                    + "libxl: error: libxl_domain.c:1064:domain_destroy_cb: Domain %1$d:Destruction of domain failed";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<StandInXlDomain> domains = new ArrayList<>();
    private final Map<String, StandInXlHost> neighbours = new TreeMap<>();
    private final StandInXlVerbs verbs = new StandInXlVerbs(this);
    private BiConsumer<String, StandInGuest> observer = (what, domain) -> {};
    private String scheduler = "credit2";
    private int lastId;

    StandInXlHost() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.putObject("c_info").put("type", "pv").put("name", "Domain-0");
        config.putObject("b_info")
                .put("max_memkb", 1 << 20)
                .put("target_memkb", (1 << 20) - 1)
                .putObject("sched_params");
        domains.add(new StandInXlDomain(config, 0, false));
    }

    /** What a domain of a test is told when it starts ({@code begin}), ends ({@code end}) or gets a device. */
    synchronized void observe(BiConsumer<String, StandInGuest> listener) {
        observer = listener;
    }

    /** Lets domains be moved to another host under a name. */
    public synchronized void knows(String name, StandInXlHost other) {
        neighbours.put(name, other);
    }

    Optional<StandInXlHost> neighbour(String name) {
        return Optional.ofNullable(neighbours.get(name));
    }

    /** Has Xen be started with another scheduler. */
    public synchronized void schedule(String name) {
        scheduler = name;
    }

    String scheduler() {
        return scheduler;
    }

    synchronized StandInXlAnswer answer(List<String> words) {
        try {
            String verb = words.isEmpty() ? "help" : words.get(0);
            List<String> rest = words.subList(Math.min(1, words.size()), words.size());
            return switch (verb) {
                case "info" -> info();
                case "list" -> list(rest);
                case "create" -> create(rest);
                case "restore" -> restore(rest);
                default -> verbs.answer(verb, rest);
            };
        } catch (StandInXlAnswer.Refusal e) {
            return e.answer();
        }
    }

    private StandInXlAnswer info() {
        long used = domains.stream().mapToLong(StandInXlDomain::memory).sum();
        return new StandInXlAnswer()
                .out(
                        """
                host                   : stand-in
                release                : 6.1.0-50-amd64
                machine                : x86_64
                nr_cpus                : %1$d
                max_cpu_id             : %2$d
                nr_nodes               : 1
                cores_per_socket       : 2
                threads_per_core       : 1
                cpu_mhz                : 2400.000
                virt_caps              : pv hvm hap shadow gnttab-v1 gnttab-v2
                total_memory           : %3$d
                free_memory            : %4$d
                free_cpus              : 0
                numa_info              :
                node:    memsize    memfree    distances
                   0:     %3$d      %4$d      10
                xen_major              : 4
                xen_minor              : 17
                xen_extra              : .5
                xen_version            : 4.17.5
                xen_caps               : xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64\s
                xen_scheduler          : %5$s
                xen_pagesize           : 4096
                xen_changeset          :\s
                xend_config_format     : 4"""
                                .formatted(CPUS, CPUS - 1, TOTAL_MIB, Math.max(0, TOTAL_MIB - used), scheduler));
    }

    private StandInXlAnswer list(List<String> words) throws StandInXlAnswer.Refusal {
        boolean whole = words.get(0).equals("-l");
        List<StandInXlDomain> chosen = domains;
        if (words.size() > 1) {
            String which = words.get(1);
            chosen = List.of(find(which)
                    .orElseThrow(
                            () -> new StandInXlAnswer.Refusal(1, "Error: Domain '" + which + "' does not exist.")));
        }
        StandInXlAnswer answer = new StandInXlAnswer();
        if (whole) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            chosen.forEach(domain -> all.add(domain.listed(scheduler)));
            return answer.out(all.toPrettyString());
        }
        answer.out("Name                                        ID   Mem VCPUs\tState\tTime(s)   UUID"
                + "                            Reason-Code\tSecurity Label");
        chosen.forEach(domain -> answer.out(domain.row()));
        return answer;
    }

    Optional<StandInXlDomain> find(String which) {
        return domains.stream()
                .filter(domain ->
                        String.valueOf(domain.id).equals(which) || domain.name().equals(which))
                .findFirst();
    }

    private StandInXlAnswer create(List<String> words) throws StandInXlAnswer.Refusal {
        Path file = Path.of(words.get(words.size() - 1));
        begin(StandInXlConfig.read(ConfigFile.read(file)), words.contains("-p"));
        return new StandInXlAnswer().error("Parsing config from " + file);
    }

    private StandInXlAnswer restore(List<String> words) throws StandInXlAnswer.Refusal {
        Path file = Path.of(words.get(words.size() - 1));
        begin(StandInXlSave.read(file), words.contains("-p"));
        return new StandInXlAnswer()
                .error(
                        "Loading new save file " + file + " (new xl fmt info 0x3/0x0/1026)",
                        " Savefile contains xl domain config in JSON format",
                        "Parsing config from <saved>");
    }

    StandInXlDomain begin(ObjectNode config, boolean paused) throws StandInXlAnswer.Refusal {
        lastId++;
        StandInXlDomain domain = new StandInXlDomain(config, lastId, paused);
        if (find(domain.name()).isPresent()) {
            throw new StandInXlAnswer.Refusal(
                    3, NAME_TAKEN.formatted(lastId, domain.name()).split("\n"));
        }
        for (var disk : domain.list("disks")) {
            checkImage(disk.path("vdev").asText(), disk.path("pdev_path").asText());
        }
        domains.add(domain);
        observer.accept("begin", domain);
        return domain;
    }

    static void checkImage(String name, String image) throws StandInXlAnswer.Refusal {
        if (!image.isEmpty() && !Files.exists(Path.of(image))) {
            throw new StandInXlAnswer.Refusal(
                    1,
                    "libxl: error: libxl_device.c:455:libxl__device_disk_set_backend: Disk vdev=" + name
                            + " failed to stat: " + image + ": No such file or directory",
                    "libxl: error: libxl_device.c:1486:device_addrm_aocomplete: unable to add device",
                    "libxl_device_disk_add failed.");
        }
    }

    void changed(StandInXlDomain domain) {
        observer.accept("change", domain);
    }

    void end(StandInXlDomain domain) {
        observer.accept("end", domain);
        domains.remove(domain);
    }

    /** Takes a domain as another host sends it. */
    synchronized void receive(String config) throws StandInXlAnswer.Refusal, JsonProcessingException {
        begin((ObjectNode) JSON.readTree(config), false);
    }
}
