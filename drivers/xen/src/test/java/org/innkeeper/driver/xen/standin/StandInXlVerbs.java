package org.innkeeper.driver.xen.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.innkeeper.driver.xen.standin.StandInXlAnswer.Refusal;

/** The verbs about one domain. */
final class StandInXlVerbs {
    private static final int MOST_WEIGHT = 65535;
    private static final String NOBODY_READS =
            "libxl: error: libxl_dom.c:37:libxl__domain_type: unable to get domain type for" + " domid=%s";

    private final StandInXlHost host;

    StandInXlVerbs(StandInXlHost host) {
        this.host = host;
    }

    private static StandInXlAnswer done() {
        return new StandInXlAnswer();
    }

    StandInXlAnswer answer(String verb, List<String> given) throws Refusal {
        // Switches stand in front of the domain, those with a value are the scheduler's and migrate's.
        List<String> words = new ArrayList<>(given);
        if (verb.equals("migrate")) {
            words = words.subList(2, words.size());
        } else if (!verb.startsWith("sched-")) {
            words.removeIf(word -> word.equals("-i"));
        }
        boolean share = verb.startsWith("sched-");
        String which = words.get(share ? 1 : 0);
        StandInXlDomain domain = host.find(which).orElse(null);
        if (domain == null) {
            return unknown(verb, which);
        }
        List<String> rest = words.subList(share ? 2 : 1, words.size());
        return switch (verb) {
            case "pause" -> pause(domain, true);
            case "unpause" -> pause(domain, false);
            case "shutdown" -> ask(domain, "Shutting down domain ", "on_poweroff");
            case "reboot" -> ask(domain, "Rebooting domain ", "on_reboot");
            case "destroy" -> destroy(domain);
            case "trigger" ->
                done().error("libxl: error: libxl_domain.c:2207:libxl_send_trigger: Domain " + which
                        + ":Send trigger 'reset' failed: Function not implemented");
            case "rename" -> {
                domain.rename(rest.get(0));
                host.changed(domain);
                yield done();
            }
            case "mem-set" -> memory(domain, rest.get(0), "target_memkb", "dynamic");
            case "mem-max" -> memory(domain, rest.get(0), "max_memkb", "static");
            case "vcpu-set" -> vcpus(domain, Integer.parseInt(rest.get(0)));
            case "vcpu-pin" -> pin(domain, rest.get(0), rest.get(1));
            case "vcpu-list" ->
                done().out("Name                                ID  VCPU   CPU State   Time(s) Affinity (Hard / Soft)\n"
                        + String.join("\n", domain.vcpuRows()));
            case "sched-credit", "sched-credit2" -> share(domain, verb.substring("sched-".length()), rest);
            case "block-attach" -> attachDisk(domain, String.join(",", rest));
            case "network-attach" -> attachCard(domain, String.join(",", rest));
            case "block-detach" ->
                remove(
                        domain,
                        "disks",
                        disk -> disk.path("vdev").asText().equals(rest.get(0)),
                        "Error: Device " + rest.get(0) + " not connected.");
            case "network-detach" ->
                remove(
                        domain,
                        "nics",
                        card -> card.path("mac").asText().equals(rest.get(0)),
                        "Unknown device " + rest.get(0) + ".");
            case "cd-insert", "cd-eject" ->
                throw new Refusal(
                        1,
                        "libxl: error: libxl_disk.c:838:libxl_cdrom_insert: Domain " + which
                                + ":cdrom-insert requires an HVM domain");
            case "save" -> save(domain, Path.of(rest.get(0)));
            case "dump-core" -> dump(domain, Path.of(rest.get(0)));
            case "migrate" -> migrate(domain, rest.get(0));
            default -> throw new Refusal(1, "command not implemented");
        };
    }

    private static StandInXlAnswer unknown(String verb, String which) throws Refusal {
        String noInfo = "libxl: error: libxl_dom.c:1216:libxl__userdata_path: unable to find domain info for domain "
                + which + ": Success";
        return switch (verb) {
            case "pause" ->
                done().error("libxl: error: libxl_domain.c:587:libxl_domain_pause: Domain " + which
                        + ":Pausing domain: No such process");
            case "unpause", "trigger" -> done().error(NOBODY_READS.formatted(which));
            case "shutdown", "reboot" -> throw new Refusal(1, NOBODY_READS.formatted(which), verb + " failed (rc=-3)");
            case "destroy" ->
                throw new Refusal(
                        1,
                        "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain " + which
                                + ":Non-existant domain",
                        "destroy failed (rc=-21)");
            case "vcpu-list" ->
                done().out("Name                                ID  VCPU   CPU State   Time(s) Affinity (Hard / Soft)")
                        .error("libxl: error: libxl_domain.c:1667:libxl_list_vcpu: Domain " + which
                                + ":Getting infolist: No such file or directory");
            case "vcpu-set" -> throw new Refusal(1, "Domain " + which + " does not exist.");
            case "vcpu-pin" -> throw new Refusal(1, "Could not get domain info");
            default -> throw new Refusal(1, noInfo);
        };
    }

    private static StandInXlAnswer pause(StandInXlDomain domain, boolean paused) {
        if (!paused && !domain.paused) {
            return done().error("libxl: error: libxl_domain.c:688:domain_unpause_done: Domain " + domain.id
                    + ":Unpausing domain: Invalid argument");
        }
        domain.paused = paused;
        if (!paused && domain.asked != null) {
            Runnable asked = domain.asked;
            domain.asked = null;
            asked.run();
        }
        return done();
    }

    private StandInXlAnswer ask(StandInXlDomain domain, String words, String event) {
        Runnable act = () -> finish(domain, event);
        if (domain.paused) {
            domain.asked = act;
        } else {
            act.run();
        }
        return done().error(words + domain.id);
    }

    /** Without a word of it, a guest that is off is gone, and one that reboots comes again with another id. */
    private void finish(StandInXlDomain domain, String event) {
        host.end(domain);
        if (domain.config.path(event).asText("destroy").equals("restart")) {
            try {
                host.begin(domain.config, false);
            } catch (Refusal e) {
                throw new IllegalStateException("a guest that rebooted did not come again", e);
            }
        }
    }

    private StandInXlAnswer destroy(StandInXlDomain domain) throws Refusal {
        if (domain.id == 0) {
            throw new Refusal(1, "Not destroying domain 0; use -f to force.");
        }
        host.end(domain);
        return done();
    }

    private StandInXlAnswer memory(StandInXlDomain domain, String text, String member, String kind) throws Refusal {
        long kibibytes = Long.parseLong(text.substring(0, text.length() - 1));
        long target = kind.equals("dynamic")
                ? kibibytes
                : domain.build().path("target_memkb").asLong();
        long most = kind.equals("static")
                ? kibibytes
                : domain.build().path("max_memkb").asLong();
        if (target > most) {
            String failed = kind.equals("dynamic")
                    ? "libxl_mem.c:278:libxl_set_memory_target: Domain " + domain.id
                            + ":memory_dynamic_max must be less than or equal to memory_static_max"
                    : "libxl_mem.c:59:libxl_domain_setmaxmem: Domain " + domain.id
                            + ":memory_static_max must be greater than or or equal to memory_dynamic_max: Success";
            throw new Refusal(
                    1,
                    "libxl: error: " + failed,
                    "cannot set domid " + domain.id + " " + kind + " max memory to : " + text);
        }
        domain.build().put(member, kibibytes);
        host.changed(domain);
        return done();
    }

    private StandInXlAnswer vcpus(StandInXlDomain domain, int count) throws Refusal {
        if (count > domain.vcpus()) {
            throw new Refusal(
                    1,
                    "libxl: error: libxl_domain.c:1869:libxl_set_vcpuonline: Domain " + domain.id + ":Requested "
                            + count + " VCPUs, however maxcpus is " + domain.vcpus() + "!: Function not implemented",
                    "libxl_set_vcpuonline failed domid=" + domain.id + " max_vcpus=" + count + ", rc: -3");
        }
        domain.online(count);
        host.changed(domain);
        return done();
    }

    private static StandInXlAnswer pin(StandInXlDomain domain, String vcpu, String cpus) throws Refusal {
        ArrayNode numbers = StandInXlConfig.cpus(cpus);
        for (int i = numbers.size() - 1; i >= 0; i--) {
            if (numbers.get(i).asInt() >= StandInXlHost.CPUS) {
                numbers.remove(i);
            }
        }
        if (numbers.isEmpty()) {
            throw new Refusal(1, "vcpu hard affinity map is empty");
        }
        int number = Integer.parseInt(vcpu);
        if (number >= domain.vcpus()) {
            throw new Refusal(
                    1,
                    "libxl: error: libxl_sched.c:62:libxl__set_vcpuaffinity: Domain " + domain.id
                            + ":Setting vcpu affinity: Invalid argument",
                    "Could not set affinity for vcpu `" + vcpu + "'.");
        }
        domain.pins.put(number, numbers);
        return done();
    }

    private StandInXlAnswer share(StandInXlDomain domain, String scheduler, List<String> words) throws Refusal {
        if (!scheduler.equals(host.scheduler())) {
            throw new Refusal(
                    1, "libxl_domain_sched_params_get returned " + host.scheduler() + " not " + scheduler + ".");
        }
        for (int i = 0; i + 1 < words.size(); i += 2) {
            boolean weight = words.get(i).equals("-w");
            int value = Integer.parseInt(words.get(i + 1));
            if (weight ? value < 1 || value > MOST_WEIGHT : value < 0 || value > domain.vcpus() * 100) {
                String range = weight
                        ? "Cpu weight out of range, valid values are within range from 1 to 65535"
                        : "Cpu cap out of range, valid range is from 0 to 100 for specified number of vcpus";
                throw new Refusal(
                        1,
                        "libxl: error: libxl_sched.c:455:sched_" + scheduler + "_domain_set: Domain " + domain.id + ":"
                                + range,
                        "libxl_domain_sched_params_set failed.");
            }
            domain.weight = weight ? value : domain.weight;
            domain.cap = weight ? domain.cap : value;
        }
        return words.isEmpty()
                ? done().out("Name                                ID Weight  Cap\n"
                        + String.format("%-33s %4d %6d %4d", domain.name(), domain.id, domain.weight, domain.cap))
                : done();
    }

    private StandInXlAnswer attachDisk(StandInXlDomain domain, String text) throws Refusal {
        ObjectNode disk = StandInXlConfig.disk(text);
        StandInXlHost.checkImage(
                disk.path("vdev").asText(), disk.path("pdev_path").asText());
        domain.list("disks").add(disk);
        host.changed(domain);
        return done();
    }

    private StandInXlAnswer attachCard(StandInXlDomain domain, String text) {
        ArrayNode cards = domain.list("nics");
        int number =
                cards.isEmpty() ? 0 : cards.get(cards.size() - 1).path("devid").asInt() + 1;
        cards.add(StandInXlConfig.card(text, number));
        host.changed(domain);
        return done();
    }

    private StandInXlAnswer remove(
            StandInXlDomain domain,
            String list,
            Predicate<com.fasterxml.jackson.databind.JsonNode> wanted,
            String missing)
            throws Refusal {
        ArrayNode devices = domain.list(list);
        for (int i = 0; i < devices.size(); i++) {
            if (wanted.test(devices.get(i))) {
                devices.remove(i);
                host.changed(domain);
                return done();
            }
        }
        throw new Refusal(1, missing);
    }

    private StandInXlAnswer save(StandInXlDomain domain, Path file) throws Refusal {
        if (domain.paused) {
            // The true one waits a minute for this.
            throw new Refusal(
                    1,
                    "libxl: error: libxl_stream_write.c:347:libxl__xc_domain_save_done: Domain " + domain.id
                            + ":saving domain: domain did not respond to suspend request: Success",
                    "Failed to save domain, resuming domain");
        }
        StandInXlSave.write(file, domain.saved(host.scheduler()));
        host.end(domain);
        return progress(done().error("Saving to " + file + " new xl format (info 0x3/0x0/1026)"), domain.id);
    }

    private static StandInXlAnswer progress(StandInXlAnswer answer, int id) {
        return answer.error(
                "xc: info: Saving domain " + id + ", type x86 PV",
                "xc: progress: Frames: 1024/40960    2%",
                "xc: progress: Frames: 40960/40960  100%");
    }

    private static StandInXlAnswer dump(StandInXlDomain domain, Path file) throws Refusal {
        try {
            Files.write(file, new byte[1]);
            return done();
        } catch (IOException e) {
            throw new Refusal(
                    1,
                    "xc: error: Could not open corefile " + file + " (2 = No such file or directory): Internal error",
                    "libxl: error: libxl_domain.c:603:libxl_domain_core_dump: Domain " + domain.id
                            + ":Core dumping domain to " + file + ": No such file or directory",
                    "core dump failed (rc=-3)");
        }
    }

    private StandInXlAnswer migrate(StandInXlDomain domain, String name) throws Refusal {
        StandInXlHost other = host.neighbour(name)
                .orElseThrow(() -> new Refusal(
                        1,
                        "ssh: Could not resolve hostname " + name + ": Temporary failure in name resolution",
                        "libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading banner from"
                                + " migration receiver stream",
                        "libxl: info: libxl_exec.c:117:libxl_report_child_exitstatus: migration transport process [183]"
                                + " exited with error status 255"));
        try {
            other.receive(domain.saved(host.scheduler()).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a domain was not sent whole", e);
        }
        host.end(domain);
        return progress(done(), domain.id);
    }
}
