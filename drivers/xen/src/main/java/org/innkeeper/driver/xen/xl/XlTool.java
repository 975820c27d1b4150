package org.innkeeper.driver.xen.xl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.process.ToolAdvice;
import org.innkeeper.core.process.ToolRun;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.PartErrors;

/** Runs {@code xl}. Each run has a limit of its own, so that one that hangs holds up its own call only. */
final class XlTool {
    /** Asking for something. */
    static final Duration QUERY = Duration.ofSeconds(60);
    /** Changing a guest. xl itself gives a guest 60 s to answer a request, and 10 s to let go of a device. */
    static final Duration CHANGE = Duration.ofSeconds(150);
    /** Starting a guest: hot-plug scripts run and a bootloader may wait for somebody. */
    static final Duration START = Duration.ofMinutes(10);
    /** Moving a guest's memory. */
    static final Duration TRANSFER = Duration.ofHours(12);

    private static final String PROGRAM = "xl";
    private static final ToolAdvice ADVICE = new ToolAdvice(
            ErrorOrigin.XENXL,
            "Install Xen's tools, or look at the rights of the program",
            "See in /var/log/xen what xl waits for, and whether xenstored and xenconsoled run");

    private final HostPaths host;

    XlTool(HostPaths host) {
        this.host = Objects.requireNonNull(host, "host");
    }

    /** Why xl is of no use here, or empty where it is. */
    Optional<String> problem() {
        Path privcmd = host.privcmd();
        if (find().isEmpty()) {
            return Optional.of("there is no xl on this host");
        }
        if (!Files.exists(privcmd)) {
            return Optional.of("there is no " + privcmd + ": this kernel does not run as Xen's Domain-0");
        }
        if (!Files.isReadable(privcmd) || !Files.isWritable(privcmd)) {
            return Optional.of("xl needs the right to use " + privcmd + ": run as root");
        }
        return Optional.empty();
    }

    private Optional<Path> find() {
        return host.tools().stream()
                .map(directory -> directory.resolve(PROGRAM))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Runs xl for the host as a whole. */
    String ask(CallContext context, String... arguments) {
        return run(context, QUERY, null, List.of(arguments), line -> {}).output();
    }

    /** Runs xl for a guest; the id takes the place of its name, which may look like a number or an option. */
    String run(CallContext context, Duration limit, DomainKey domain, String verb, String... arguments) {
        List<String> words = new ArrayList<>(List.of(verb, Integer.toString(domain.id())));
        words.addAll(List.of(arguments));
        return run(context, limit, domain, words, line -> {}).output();
    }

    /**
     * Runs xl.
     *
     * @param domain the guest it is about, for messages; or null
     * @param complaints gets what xl says on standard error as it comes
     * @throws InnkeeperException saying what was tried, why it failed and what helps
     */
    ToolRun.Result run(
            CallContext context, Duration limit, DomainKey domain, List<String> words, Consumer<String> complaints) {
        Path program = find().orElseThrow(() -> PartErrors.of(
                ErrorCode.NO_CONNECT, ErrorOrigin.XENXL, "There is no xl on this host", ADVICE.missing()));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        String operation = "xl " + words.get(0) + (domain == null ? "" : " of domain '" + domain.name() + "'");
        ToolRun.Result result = new ToolRun(command, limit, ADVICE).run(context, operation, complaints);
        if (result.exit() != 0 || XlErrors.failedInSilence(words.get(0), result.errors())) {
            throw XlErrors.failed(operation, domain, result);
        }
        return result;
    }
}
