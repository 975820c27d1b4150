package org.innkeeper.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds up the reports of all test runs below a directory: how many passed, failed and were skipped, and why they were
 * skipped. Ends with 1 when a test failed, when none ran, or, where {@code CI} is {@code true}, when one was skipped for
 * a reason that is not on the list.
 *
 * <p>One file without dependencies, so that {@code java TestTotals.java DIRECTORY LIST} runs it from the source.
 */
public final class TestTotals {
    private final List<String> allowedReasons;
    private final Map<String, Integer> skippedByReason = new TreeMap<>();
    private int passed;
    private int failed;
    private int skipped;

    private TestTotals(List<String> allowedReasons) {
        this.allowedReasons = allowedReasons;
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        TestTotals totals = new TestTotals(readReasons(Path.of(arguments[1])));
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(TestTotals::isReport).sorted().forEach(totals::add);
        }
        System.exit(totals.print("true".equals(System.getenv("CI"))) ? 0 : 1);
    }

    /** A line is the beginning of a reason; what follows {@code #} says why it is allowed. */
    private static List<String> readReasons(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-")
                && name.endsWith(".xml")
                && file.getParent().getFileName().toString().endsWith("-reports");
    }

    private void add(Path report) {
        NodeList cases;
        try {
            cases = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the report " + report + " cannot be read: " + e.getMessage(), e);
        }
        for (int i = 0; i < cases.getLength(); i++) {
            add((Element) cases.item(i));
        }
    }

    private void add(Element testCase) {
        NodeList skips = testCase.getElementsByTagName("skipped");
        if (testCase.getElementsByTagName("failure").getLength() > 0
                || testCase.getElementsByTagName("error").getLength() > 0) {
            failed++;
            System.out.println("failed: " + testCase.getAttribute("classname") + " " + testCase.getAttribute("name"));
        } else if (skips.getLength() > 0) {
            skipped++;
            skippedByReason.merge(reason((Element) skips.item(0)), 1, Integer::sum);
        } else {
            passed++;
        }
    }

    /** Some runners give the reason as an attribute, some only with the exception. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String text = message.isEmpty() ? skip.getTextContent() : message;
        String reason = text.strip()
                .split("\n")[0]
                .replace("org.opentest4j.TestAbortedException: ", "")
                .replace("Assumption failed: ", "")
                .strip();
        return reason.isEmpty() ? "no reason given" : reason;
    }

    private boolean print(boolean strict) {
        boolean unexpected = false;
        for (Map.Entry<String, Integer> entry : skippedByReason.entrySet()) {
            boolean allowed = allowedReasons.stream().anyMatch(entry.getKey()::startsWith);
            unexpected |= !allowed;
            System.out.printf(
                    "skipped %d: %s%s%n",
                    entry.getValue(), entry.getKey(), allowed ? "" : "  (not on the list of allowed reasons)");
        }
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed, skipped);
        return failed == 0 && passed > 0 && !(strict && unexpected);
    }
}
