package org.innkeeper.driver.xen.xl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.process.ToolRun;
import org.innkeeper.driver.xen.part.DomainKey;

/** What xl complains of, as errors: its exit code says no more than that it failed, the reason stands in its words. */
final class XlErrors {
    private static final int WORDS_KEPT = 1000;
    /** Verbs that exit with 0 although libxl refused. */
    private static final Set<String> SILENT = Set.of("pause", "unpause", "trigger");

    private static final String ERROR_MARK = "libxl: error:";
    private static final Pattern NOISE = Pattern.compile(
            "xc: (info|progress):.*|Parsing config .*|Saving to .*|Loading new save file .*|\\s*Savefile contains .*"
                    + "|got a tsc mode string.*|WARNING: .*|Usage: .*");
    private static final Pattern SOURCE =
            Pattern.compile("^(?:libxl|xc): (?:error|warning): (?:\\S+\\.c:\\d+:\\w+: )?");
    private static final Pattern NUMBER = Pattern.compile("^Domain \\d+:");

    /** A reason that xl gives, by words that stand in it. */
    private record Reason(Pattern words, ErrorCode code, String remedy) {
        static Reason of(String words, ErrorCode code, String remedy) {
            return new Reason(Pattern.compile(words, Pattern.CASE_INSENSITIVE), code, remedy);
        }
    }

    private static final List<Reason> REASONS = List.of(
            Reason.of(
                    "already exists",
                    ErrorCode.DOM_EXIST,
                    "Shut down the guest of that name, or give this one another name"),
            Reason.of("not connected|unknown device", ErrorCode.DEVICE_MISSING, "Look at the guest's devices again"),
            Reason.of(
                    "invalid domain identifier|no such process|non-existant domain|domain ('.*'|\\d+) does not exist"
                            + "|unable to (find domain info|get domain type)|could not get domain info",
                    ErrorCode.NO_DOMAIN,
                    "Read the list again"),
            Reason.of(
                    "failed to free memory|cannot allocate memory|not enough (free )?memory|out of memory",
                    ErrorCode.NO_MEMORY,
                    "Give the guest less memory, or shut down others"),
            Reason.of(
                    "permission denied|operation not permitted|must be run as root",
                    ErrorCode.ACCESS_DENIED,
                    "Run the program as root"),
            Reason.of(
                    "config parsing error|unrecognized argument|unknown value",
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "Change what this version of Xen does not understand"),
            Reason.of(
                    "out of range|invalid argument|empty|overcommmit|must be (less|greater) than|however maxcpus",
                    ErrorCode.OPERATION_INVALID,
                    "Choose a value that the guest and this host allow"),
            Reason.of(
                    "function not implemented",
                    ErrorCode.OPERATION_UNSUPPORTED,
                    "Do without: this kind of guest cannot do it"),
            Reason.of("no such file", ErrorCode.OPERATION_FAILED, "See whether the file is there and can be reached"),
            Reason.of(
                    "PV control|shutdown request|acknowledge|did not respond",
                    ErrorCode.OPERATION_FAILED,
                    "Resume the guest if it is paused; if it does not react at all, force it off"));

    private static final Map<Boolean, String> LAST_REMEDY =
            Map.of(true, "See the guest's log in /var/log/xen", false, "See the logs in /var/log/xen");

    private XlErrors() {}

    /** Whether libxl refused what xl then reported as done. */
    static boolean failedInSilence(String verb, String errors) {
        return SILENT.contains(verb) && errors.lines().anyMatch(line -> line.startsWith(ERROR_MARK));
    }

    /** @param domain what it was about, or null */
    static InnkeeperException failed(String operation, DomainKey domain, ToolRun.Result result) {
        String said = reason(result);
        Reason reason = REASONS.stream()
                .filter(known -> known.words().matcher(said).find())
                .findFirst()
                .orElse(new Reason(null, ErrorCode.OPERATION_FAILED, LAST_REMEDY.get(domain != null)));
        ErrorInfo info = ErrorInfo.of(reason.code(), ErrorOrigin.XENXL, operation + " failed: " + said)
                .withRemedy(reason.remedy());
        return new InnkeeperException(
                domain == null
                        ? info
                        : info.withSubject(
                                new ErrorSubject(ErrorSubject.Kind.DOMAIN, domain.name(), domain.uuid(), domain.id())));
    }

    private static String reason(ToolRun.Result result) {
        String words = result.errors().isBlank() ? result.output() : result.errors();
        List<String> lines = words.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !NOISE.matcher(line).matches())
                .map(line ->
                        NUMBER.matcher(SOURCE.matcher(line).replaceFirst("")).replaceFirst(""))
                .distinct()
                .toList();
        String text = lines.isEmpty() ? "xl said nothing, exit code " + result.exit() : String.join("; ", lines);
        return text.length() > WORDS_KEPT ? text.substring(0, WORDS_KEPT) + "..." : text;
    }
}
