package org.innkeeper.driver.xen.standin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stand-in xend answers to requests about one domain. */
final class StandInDomainRequests {
    static final String MARK = "LinuxGuestRecord";
    private static final Set<String> REASONS = Set.of("poweroff", "reboot", "suspend", "crash", "halt");

    private final StandInHost host;

    StandInDomainRequests(StandInHost host) {
        this.host = host;
    }

    /** A form without a value that the operation wants. */
    private static final class MissingParameter extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingParameter(String name) {
            super("Missing parameter: " + name);
        }
    }

    private static String value(StandInRequest request, String name) {
        String value = request.form().get(name);
        if (value == null) {
            throw new MissingParameter(name);
        }
        return value;
    }

    private static int number(StandInRequest request, String name) {
        return Integer.parseInt(value(request, name));
    }

    StandInReply answer(StandInRequest request, StandInDomain domain) {
        if (request.method().equals("GET")) {
            boolean vcpus = "vcpuinfo".equals(request.query().get("op"));
            return StandInReply.ok(Sxp.show(vcpus ? domain.vcpuInfo(StandInHost.CPUS) : domain.told()));
        }
        try {
            return post(request, domain);
        } catch (MissingParameter e) {
            return StandInReply.error(500, e.getMessage());
        } catch (IOException e) {
            return StandInReply.error(500, String.valueOf(e.getMessage()));
        }
    }

    private StandInReply post(StandInRequest request, StandInDomain domain) throws IOException {
        if (!host.version.keepsInactive() && Set.of("start", "delete", "dump").contains(request.op())) {
            return StandInHost.notImplemented(request);
        }
        return switch (request.op()) {
            case "pause" -> paused(domain, true);
            case "unpause" -> paused(domain, false);
            case "wait_for_devices" -> waitForDevices(request, domain);
            case "shutdown" -> shutdown(request, domain);
            case "destroy" -> destroy(request, domain);
            case "start" -> start(request, domain);
            case "delete" -> delete(request, domain);
            case "save" -> save(request, domain);
            case "dump" -> dump(request, domain);
            case "migrate" -> migrate(request, domain);
            case "rename" -> rename(request, domain);
            case "reset" ->
                host.version.compareTo(StandInVersion.XEN_3_4) >= 0
                        ? StandInReply.accepted(request.path())
                        : StandInHost.notImplemented(request);
            case "maxmem_set" -> {
                domain.maxMemory = number(request, "memory");
                host.changed(domain);
                yield StandInReply.ok("");
            }
            case "mem_target_set" -> {
                domain.memory = number(request, "target");
                host.changed(domain);
                yield StandInReply.ok("");
            }
            case "set_vcpus" -> {
                domain.online = Math.min(domain.vcpus, number(request, "vcpus"));
                host.changed(domain);
                yield StandInReply.ok("");
            }
            case "pincpu" -> {
                domain.pins.put(number(request, "vcpu"), value(request, "cpumap"));
                yield StandInReply.ok("0");
            }
            case "domain_sched_credit_get" ->
                StandInReply.ok("\"{'cap': " + domain.cap + ", 'weight': " + domain.weight + "}\"");
            case "domain_sched_credit_set" -> {
                domain.weight = number(request, "weight");
                domain.cap = number(request, "cap");
                yield StandInReply.ok("0");
            }
            case "devices" -> StandInReply.ok(Sxp.show(devices(request, domain)));
            case "device_create" -> attach(request, domain);
            case "device_configure" -> configure(request, domain);
            case "device_destroy" -> detach(request, domain);
            default -> StandInHost.notImplemented(request);
        };
    }

    private StandInReply paused(StandInDomain domain, boolean paused) {
        domain.paused = paused;
        return StandInReply.ok("");
    }

    private StandInReply waitForDevices(StandInRequest request, StandInDomain domain) {
        for (StandInDevice device : domain.devices) {
            boolean file = device.isDisk()
                    && device.source().startsWith("/")
                    && !device.source().startsWith("/dev/");
            if (file && !Files.exists(Path.of(device.source()))) {
                return StandInReply.error(
                        202,
                        "Device " + device.number() + " (vbd) could not be connected. " + device.source()
                                + " does not exist.");
            }
        }
        return StandInReply.accepted(request.path());
    }

    private StandInReply shutdown(StandInRequest request, StandInDomain domain) {
        String reason = request.form().get("reason");
        if (reason == null) {
            return StandInReply.error(500, "'reason'");
        }
        if (!REASONS.contains(reason)) {
            return StandInReply.error(500, "Invalid reason: " + reason);
        }
        if (domain.id == 0) {
            return StandInReply.error(500, "Domain-0 cannot be shut down");
        }
        String event = reason.equals("reboot") ? "on_reboot" : reason.equals("crash") ? "on_crash" : "on_poweroff";
        String action = domain.lifecycle(event, event.equals("on_poweroff") ? "destroy" : "restart");
        finish(domain);
        if (action.equals("restart")) {
            host.begin(domain, false);
        }
        return StandInReply.accepted(request.path());
    }

    /** The run is over; a definition that was changed meanwhile is what is left. */
    private void finish(StandInDomain domain) {
        host.end(domain);
    }

    private StandInReply destroy(StandInRequest request, StandInDomain domain) {
        if (domain.id == 0) {
            return StandInReply.error(500, "Cannot destroy privileged domain 0");
        }
        if (domain.runs()) {
            finish(domain);
        }
        return StandInReply.accepted(request.path());
    }

    private StandInReply start(StandInRequest request, StandInDomain domain) {
        StandInDomain stored = host.managed(domain.uuid);
        if (stored == null || domain.runs()) {
            return StandInReply.error(202, "Domain is already running");
        }
        Optional<String> problem = host.problemOf(stored);
        if (problem.isPresent()) {
            return StandInReply.error(202, problem.get());
        }
        StandInReply devices = waitForDevices(request, stored);
        if (!devices.body().isEmpty()) {
            return devices;
        }
        // "paused" is compared to a number, which what is posted never is: the domain always runs.
        host.begin(stored, false);
        return StandInReply.accepted(request.path());
    }

    private StandInReply delete(StandInRequest request, StandInDomain domain) {
        StandInDomain stored = host.managed(domain.uuid);
        if (stored == null) {
            return StandInReply.error(202, "Domain is not managed");
        }
        host.forget(stored);
        return StandInReply.accepted(request.path());
    }

    private StandInReply save(StandInRequest request, StandInDomain domain) throws IOException {
        String file = value(request, "file");
        if (domain.id == 0) {
            return StandInReply.error(202, "Cannot save privileged domain 0");
        }
        byte[] text = Sxp.show(domain.told()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer saved = ByteBuffer.allocate(MARK.length() + 4 + text.length);
        saved.put(MARK.getBytes(StandardCharsets.US_ASCII)).putInt(text.length).put(text);
        Files.write(Path.of(file), saved.array());
        finish(domain);
        return StandInReply.accepted(request.path());
    }

    private StandInReply dump(StandInRequest request, StandInDomain domain) throws IOException {
        String file = value(request, "file");
        boolean crash = number(request, "crash") != 0;
        number(request, "live");
        if (domain.id == 0) {
            return StandInReply.error(202, "Cannot dump core for privileged domain 0");
        }
        Files.writeString(Path.of(file), "core of " + domain.name);
        if (crash) {
            finish(domain);
        }
        return StandInReply.accepted(request.path());
    }

    private StandInReply migrate(StandInRequest request, StandInDomain domain) {
        String destination = value(request, "destination");
        for (String name : List.of("live", "resource", "port")) {
            number(request, name);
        }
        Map<String, StandInHost> others = host.neighbours();
        StandInHost target = others.get(destination);
        if (target == null) {
            return StandInReply.error(500, "can't connect: " + destination);
        }
        finish(domain);
        target.receive(domain.told());
        return StandInReply.ok("0");
    }

    private StandInReply rename(StandInRequest request, StandInDomain domain) {
        String name = value(request, "name");
        domain.config.removeIf(
                value -> value instanceof List<?> list && list.get(0).equals("name"));
        domain.config.add(Sxp.pair("name", name));
        domain.name = name;
        if (host.managed(domain.uuid) == domain) {
            host.store(domain);
        }
        return StandInReply.accepted(request.path());
    }

    private static List<Object> devices(StandInRequest request, StandInDomain domain) {
        String type = value(request, "type");
        List<Object> all = new ArrayList<>();
        domain.devices.stream()
                .filter(device -> device.type().equals(type))
                .forEach(device -> all.add(device.details(domain.id)));
        return all;
    }

    private StandInReply attach(StandInRequest request, StandInDomain domain) {
        List<Object> config;
        try {
            config = Sxp.parseList(value(request, "config"));
        } catch (Sxp.ParseError e) {
            return StandInReply.error(500, "Invalid configuration " + e.getMessage());
        }
        StandInDevice device = domain.add(config);
        host.changed(domain);
        return StandInReply.ok(
                Sxp.show(List.of(device.type(), Sxp.pair("dom", domain.id), Sxp.pair("id", device.number()))));
    }

    private StandInReply configure(StandInRequest request, StandInDomain domain) {
        int number = number(request, "dev");
        try {
            List<Object> config = Sxp.parseList(value(request, "config"));
            boolean removed = domain.devices.removeIf(device -> device.isDisk() && device.number() == number);
            if (!removed) {
                return StandInReply.error(500, "device " + number + " not connected");
            }
            domain.add(config);
            host.changed(domain);
            return StandInReply.ok("");
        } catch (Sxp.ParseError e) {
            return StandInReply.error(500, "Invalid configuration " + e.getMessage());
        }
    }

    private StandInReply detach(StandInRequest request, StandInDomain domain) {
        String type = value(request, "type");
        int number = number(request, "dev");
        boolean removed = domain.devices.removeIf(device -> device.type().equals(type) && device.number() == number);
        host.changed(domain);
        return removed ? StandInReply.ok("") : StandInReply.error(500, "device " + number + " not connected");
    }
}
