package org.innkeeper.driver.xen.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes in this process and prints a line for each case. */
public final class PrintedSuite implements TestExecutionListener {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, String> seen = new TreeMap<>();
    private final PrintStream out;
    private int passed;
    private int failed;
    private int skipped;

    private PrintedSuite(PrintStream out) {
        this.out = out;
    }

    /** Whether all passed and at least one ran. */
    public static boolean run(List<? extends Class<?>> classes, PrintStream out) {
        ClassSelector[] selectors =
                classes.stream().map(type -> selectClass(type)).toArray(ClassSelector[]::new);
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
        PrintedSuite suite = new PrintedSuite(out);
        LauncherFactory.create().execute(request, suite);
        out.printf(Locale.ROOT, "%d passed, %d failed, %d skipped%n", suite.passed, suite.failed, suite.skipped);
        return suite.failed == 0 && suite.passed > 0;
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
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            executionSkipped(
                    test, result.getThrowable().map(Throwable::getMessage).orElse(""));
            return;
        }
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
