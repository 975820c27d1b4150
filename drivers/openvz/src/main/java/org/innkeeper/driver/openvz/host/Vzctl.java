package org.innkeeper.driver.openvz.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.process.ToolAdvice;
import org.innkeeper.core.process.ToolRun;
import org.innkeeper.core.process.ToolRun.Result;
import org.innkeeper.core.spi.CallContext;

/** OpenVZ's two tools. */
public final class Vzctl {
    private static final Duration QUERY = Duration.ofSeconds(30);
    /** Starting and stopping; vzctl itself kills a container that does not stop within two minutes. */
    private static final Duration CHANGE = Duration.ofMinutes(5);
    /** Writing and reading the memory of a container. */
    private static final Duration SAVE = Duration.ofMinutes(30);
    /** Unpacking a template. */
    private static final Duration CREATE = Duration.ofMinutes(30);

    private static final ToolAdvice ADVICE = new ToolAdvice(
            ErrorOrigin.OPENVZ,
            "Install vzctl, or look at the rights of the program",
            "See in vzctl's log what it waits for");
    private static final Pattern VERSION = Pattern.compile("version\\s+(\\d{1,4})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?");
    private static final Pattern STATUS = Pattern.compile("\\s*(\\d{1,10})\\s+(\\w+)\\s*");
    private static final String NONE_FOUND = "Container(s) not found";
    private static final int WORDS_KEPT = 1000;

    /** What vzctl's exit codes mean to a caller, where it is more than that it failed. */
    private static final Map<Integer, ErrorCode> EXIT_CODES = Map.of(
            9, ErrorCode.RESOURCE_BUSY,
            12, ErrorCode.OPERATION_DENIED,
            14, ErrorCode.NO_DOMAIN,
            15, ErrorCode.OPERATION_TIMEOUT,
            20, ErrorCode.INVALID_ARG,
            21, ErrorCode.INVALID_ARG,
            31, ErrorCode.OPERATION_INVALID,
            32, ErrorCode.OPERATION_INVALID,
            44, ErrorCode.DOM_EXIST,
            105, ErrorCode.OPERATION_INVALID);

    private final List<Path> directories;

    /** @param directories where the tools are looked for, in this order */
    public Vzctl(List<Path> directories) {
        this.directories = directories;
    }

    /** The first of the directories that has an executable of that name. */
    public Optional<Path> find(String tool) {
        return directories.stream()
                .map(directory -> directory.resolve(tool))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private String path(String tool) {
        return find(tool)
                .orElseThrow(() -> VzErrors.of(
                        ErrorCode.OPERATION_FAILED, "There is no " + tool + " on this host", "Install vzctl"))
                .toString();
    }

    /** The status of every container, {@code running}, {@code stopped}, {@code mounted} or {@code suspended}, by its VEID. */
    public Map<Integer, String> statuses(CallContext context) {
        Result result = new ToolRun(List.of(path("vzlist"), "-a", "-ovpsid,status", "-H"), QUERY, ADVICE)
                .run(context, "Listing containers");
        if (result.errors().contains(NONE_FOUND) && result.output().isBlank()) {
            return Map.of();
        }
        if (result.exit() != 0) {
            throw failed("Listing containers", "vzlist", null, result);
        }
        Map<Integer, String> statuses = new LinkedHashMap<>();
        for (String line : result.output().lines().toList()) {
            Matcher columns = STATUS.matcher(line);
            if (!columns.matches() || Long.parseLong(columns.group(1)) > Integer.MAX_VALUE) {
                throw VzErrors.of(
                        ErrorCode.PARSE_FAILED,
                        "vzlist said '" + line + "' where a number and a status are expected",
                        "See what vzlist -a -ovpsid,status -H prints");
            }
            statuses.put(Integer.parseInt(columns.group(1)), columns.group(2));
        }
        return statuses;
    }

    /** The version as 1000000 * major + 1000 * minor + release, 0 where vzctl does not tell. */
    public long version(CallContext context) {
        Result result =
                new ToolRun(List.of(path("vzctl"), "--version"), QUERY, ADVICE).run(context, "Asking vzctl's version");
        Matcher version = VERSION.matcher(result.output());
        if (!version.find()) {
            return 0;
        }
        long release = version.group(3) == null ? 0 : Long.parseLong(version.group(3));
        return 1_000_000 * Long.parseLong(version.group(1)) + 1_000 * Long.parseLong(version.group(2)) + release;
    }

    /** What vzctl tells of its commands and options; some versions end with an error after it. */
    String help(CallContext context) {
        Result result =
                new ToolRun(List.of(path("vzctl"), "--help"), QUERY, ADVICE).run(context, "Asking what vzctl can do");
        return result.output() + result.errors();
    }

    /**
     * Makes a container from a template.
     *
     * @param profile which sample configuration, or null for the host's default
     */
    public void create(CallContext context, int veid, String template, String profile) {
        List<String> arguments = new ArrayList<>(List.of("--ostemplate", template));
        if (profile != null) {
            arguments.addAll(List.of("--config", profile));
        }
        run(context, "create", veid, CREATE, arguments);
    }

    /** Changes settings, of a running container at once, and stores them. */
    public void set(CallContext context, int veid, List<String> parameters) {
        List<String> arguments = new ArrayList<>(parameters);
        arguments.add("--save");
        run(context, "set", veid, CHANGE, arguments);
    }

    public void start(CallContext context, int veid) {
        run(context, "start", veid, CHANGE, List.of());
    }

    /** Lets the container's init shut it down, and returns when it is down. */
    public void stop(CallContext context, int veid) {
        run(context, "stop", veid, CHANGE, List.of());
    }

    /** Ends the container's processes at once; only a checkpoint's own command ends frozen ones. */
    public void kill(CallContext context, Container container) {
        int veid = container.veid();
        switch (container.run()) {
            case FROZEN -> killFrozen(context, "chkpnt", veid);
            case RESTORED -> killFrozen(context, "restore", veid);
            default -> run(context, "stop", veid, CHANGE, List.of("--fast"));
        }
    }

    private void killFrozen(CallContext context, String verb, int veid) {
        run(context, verb, veid, CHANGE, List.of("--kill"));
        run(context, "umount", veid, CHANGE, List.of());
    }

    /** What shows a container's console on its standard streams, for as long as its input is open. */
    public List<String> consoleCommand(int veid) {
        return List.of(path("vzctl"), "console", Integer.toString(veid));
    }

    public void restart(CallContext context, int veid) {
        run(context, "restart", veid, CHANGE, List.of());
    }

    /** Removes the container with its files. */
    public void destroy(CallContext context, int veid) {
        run(context, "destroy", veid, CHANGE, List.of());
    }

    /** Freezes the processes of a running container. */
    public void freeze(CallContext context, int veid) {
        run(context, "chkpnt", veid, CHANGE, List.of("--suspend"));
    }

    /** Lets the processes of a frozen container go on, or those of a restored one begin. */
    public void thaw(CallContext context, Container container) {
        String verb = container.run() == RunState.RESTORED ? "restore" : "chkpnt";
        run(context, verb, container.veid(), CHANGE, List.of("--resume"));
    }

    /** Saves a running container to where its next start looks, and stops it. */
    public void save(CallContext context, int veid) {
        run(context, "chkpnt", veid, SAVE, List.of());
    }

    /** Saves a running or a frozen container to a file, and stops it. */
    public void save(CallContext context, Container container, Path file) {
        int veid = container.veid();
        List<String> target = List.of("--dumpfile", file.toString());
        if (container.run() == RunState.RUNNING) {
            run(context, "chkpnt", veid, SAVE, target);
            return;
        }
        run(context, "chkpnt", veid, SAVE, List.of("--dump", "--dumpfile", file.toString()));
        killFrozen(context, "chkpnt", veid);
    }

    /** Starts a container from a file, which vzctl removes unless the container is to wait. */
    public void restore(CallContext context, int veid, Path file, boolean paused) {
        List<String> arguments = new ArrayList<>(List.of("--dumpfile", file.toString()));
        if (paused) {
            arguments.add(0, "--undump");
        }
        run(context, "restore", veid, SAVE, arguments);
    }

    private void run(CallContext context, String verb, int veid, Duration limit, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(path("vzctl"), verb, Integer.toString(veid)));
        command.addAll(arguments);
        String operation = "vzctl " + verb + " of container " + veid;
        Result result = new ToolRun(command, limit, ADVICE).run(context, operation);
        if (result.exit() != 0) {
            throw failed(operation, "vzctl", Integer.toString(veid), result);
        }
    }

    /** @param container its name, or null where it is about none */
    private static InnkeeperException failed(String operation, String tool, String container, Result result) {
        String said = (result.errors().isBlank() ? result.output() : result.errors())
                .strip()
                .replaceAll("\\s*\\R\\s*", "; ");
        String shown = said.length() > WORDS_KEPT ? "..." + said.substring(said.length() - WORDS_KEPT) : said;
        ErrorInfo info = ErrorInfo.of(
                        EXIT_CODES.getOrDefault(result.exit(), ErrorCode.OPERATION_FAILED),
                        ErrorOrigin.OPENVZ,
                        operation + " failed (" + tool + " exit code " + result.exit() + "): "
                                + (shown.isEmpty() ? "it said nothing" : shown))
                .withRemedy("See /var/log/vzctl.log for what " + tool + " did");
        return new InnkeeperException(
                container == null ? info : info.withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, container)));
    }
}
