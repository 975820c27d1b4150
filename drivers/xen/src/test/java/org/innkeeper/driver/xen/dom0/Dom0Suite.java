package org.innkeeper.driver.xen.dom0;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the whole suite in one process, since starting Java takes long where this runs, and prints a line for each case. */
public final class Dom0Suite implements TestExecutionListener {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, String> seen = new TreeMap<>();
    private final PrintStream out;
    private int passed;
    private int failed;
    private int skipped;

    private Dom0Suite(PrintStream out) {
        this.out = out;
    }

    /**
     * Ends with 1 where a case failed or none ran.
     *
     * @param arguments names of classes to run; all where there are none
     */
    public static void main(String[] arguments) {
        ClassSelector[] classes = Stream.of(
                        HostInDom0.class,
                        HypercallsInDom0.class,
                        XenstoreInDom0.class,
                        PvGuestInDom0.class,
                        PvhGuestInDom0.class,
                        EventsInDom0.class)
                .filter(type ->
                        arguments.length == 0 || Arrays.asList(arguments).contains(type.getSimpleName()))
                .map(type -> selectClass(type))
                .toArray(ClassSelector[]::new);
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(classes).build();
        Launcher launcher = LauncherFactory.create();
        Dom0Suite suite = new Dom0Suite(System.out);
        launcher.execute(request, suite);
        suite.out.printf(Locale.ROOT, "%d passed, %d failed, %d skipped%n", suite.passed, suite.failed, suite.skipped);
        System.exit(suite.failed == 0 && suite.passed > 0 ? 0 : 1);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        begun.put(test.getUniqueId(), System.nanoTime());
        if (test.isContainer() && test.getParentId().isPresent()) {
            out.println(test.getDisplayName());
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        seen.putAll(entry.getKeyValuePairs());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
        out.println("  skipped " + test.getDisplayName() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (test.isContainer() && good) {
            return;
        }
        passed += good ? 1 : 0;
        failed += good ? 0 : 1;
        double seconds =
                (System.nanoTime() - begun.getOrDefault(test.getUniqueId(), System.nanoTime())) / NANOS_PER_SECOND;
        out.printf(
                Locale.ROOT,
                "  %s %6.1f s  %s%s%n",
                good ? "passed" : "FAILED",
                seconds,
                test.getDisplayName(),
                seen.isEmpty() ? "" : " " + seen);
        seen.clear();
        result.getThrowable().ifPresent(problem -> problem.printStackTrace(out));
        out.flush();
    }
}
