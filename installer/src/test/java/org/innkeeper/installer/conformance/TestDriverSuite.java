package org.innkeeper.installer.conformance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.api.flag.DomainMessageKind;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.driver.test.TestDriverProvider;

/** The facts that libvirt's shell prints about its test hosts come from our API over our test driver. */
final class TestDriverSuite implements FolderSuite {
    private final Innkeeper innkeeper = Innkeeper.of(List.of(new TestDriverProvider()), List.of());

    @Override
    public String folder() {
        return "test-driver";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        if (corpora.has("test-driver/shell-cases.tsv")) {
            Measure measure = report.measure(folder(), "facts");
            for (Map<String, String> row : corpora.table("test-driver/shell-cases.tsv")) {
                measure.check(row.get("case"), () -> check(corpora, row, row.get("stdout")));
            }
        }
        if (corpora.has("test-driver/shell-cases-2007.tsv")) {
            Measure measure = report.measure(folder(), "facts-2007");
            for (Map<String, String> row : corpora.table("test-driver/shell-cases-2007.tsv")) {
                String expected = corpora.text("test-driver/" + row.get("expected"));
                measure.check(row.get("case"), () -> check(corpora, row, expected));
            }
        }
    }

    private void check(Corpora corpora, Map<String, String> row, String printed) {
        String uri = row.get("uri");
        if (uri.contains("{testnode.xml}")) {
            Path file = corpora.file("test-driver/" + row.get("node_file"))
                    .toAbsolutePath()
                    .normalize();
            uri = uri.replace("{testnode.xml}", file.toString());
        }
        CallContext context = CallContext.create();
        try (Connection connection =
                innkeeper.open(uri, OpenOptions.readWrite(), AuthenticationCallback.NOBODY, context)) {
            String[] command = row.get("commands").split(" ");
            switch (command[0]) {
                case "list" ->
                    requireList(
                            printed, connection, context, row.get("node_file").isEmpty());
                case "nodeinfo" -> requireNode(printed, connection.node().info(context));
                case "dominfo" -> requireDomain(printed, domain(connection, context, command[1]), context);
                case "domuuid" ->
                    UriSuite.requireEqual(
                            printed.strip(),
                            domain(connection, context, command[1]).uuidString());
                default -> throw new AssertionError("the command '" + command[0] + "' is not measured");
            }
        }
    }

    private static Domain domain(Connection connection, CallContext context, String id) {
        return id.matches("[0-9]+")
                ? connection.domains().lookupById(context, Integer.parseInt(id))
                : connection.domains().lookupByName(context, id);
    }

    /**
     * Behind the line of dashes stand id, name and state, one domain a line. Our default host has more guests than
     * libvirt's, so that it shows every state; there the printed ones must be among them.
     */
    private static void requireList(String printed, Connection connection, CallContext context, boolean defaultHost) {
        List<String> expected = Arrays.stream(printed.split("\n"))
                .map(String::strip)
                .filter(line -> line.matches("[0-9]+ .*"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
        List<String> actual = connection.domains().list(context, EnumSet.of(DomainFilter.ACTIVE)).stream()
                .map(domain -> domain.id() + " " + domain.name() + " "
                        + domain.status(context).state().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
        if (!defaultHost || !actual.containsAll(expected)) {
            UriSuite.requireEqual(expected, actual);
        }
    }

    private static void requireNode(String printed, NodeInfo node) {
        Map<String, String> facts = facts(printed);
        UriSuite.requireEqual(facts.get("CPU model"), node.model());
        UriSuite.requireEqual(facts.get("CPU(s)"), Integer.toString(node.cpus()));
        UriSuite.requireEqual(facts.get("CPU frequency"), node.mhz() + " MHz");
        UriSuite.requireEqual(facts.get("CPU socket(s)"), Integer.toString(node.sockets()));
        UriSuite.requireEqual(facts.get("Core(s) per socket"), Integer.toString(node.cores()));
        UriSuite.requireEqual(facts.get("Thread(s) per core"), Integer.toString(node.threads()));
        UriSuite.requireEqual(facts.get("NUMA cell(s)"), Integer.toString(node.nodes()));
        UriSuite.requireEqual(facts.get("Memory size").replace("kB", "KiB"), node.memory() + " KiB");
    }

    private static void requireDomain(String printed, Domain domain, CallContext context) {
        Map<String, String> facts = facts(printed);
        UriSuite.requireEqual(facts.get("Id"), Integer.toString(domain.id()));
        UriSuite.requireEqual(facts.get("Name"), domain.name());
        UriSuite.requireEqual(facts.get("UUID"), domain.uuidString());
        UriSuite.requireEqual(facts.get("OS Type"), domain.osType(context));
        UriSuite.requireEqual(
                facts.get("CPU(s)"), Integer.toString(domain.info(context).vcpus()));
        UriSuite.requireEqual(facts.get("Max memory"), domain.info(context).maxMemory() + " KiB");
        UriSuite.requireEqual(facts.get("Used memory"), domain.info(context).memory() + " KiB");
        UriSuite.requireEqual(facts.get("Persistent"), domain.isPersistent(context) ? "yes" : "no");
        UriSuite.requireEqual(facts.get("Autostart"), domain.autostart(context) ? "enable" : "disable");
        UriSuite.requireEqual(
                facts.get("State"), domain.status(context).state().name().toLowerCase(Locale.ROOT));
        UriSuite.requireEqual(facts.get("Managed save"), domain.saves().hasManagedSave(context) ? "yes" : "no");
        SecurityLabel label = domain.securityLabels(context).get(0);
        UriSuite.requireEqual(
                facts.get("Security label"), label.label() + (label.enforcing() ? " (enforcing)" : " (permissive)"));
        UriSuite.requireEqual(messages(printed), domain.messages(context, EnumSet.noneOf(DomainMessageKind.class)));
    }

    /** The last fact goes over several lines. */
    private static List<String> messages(String printed) {
        int begin = printed.indexOf("Messages:");
        return begin < 0
                ? List.of()
                : printed.substring(begin + "Messages:".length())
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static Map<String, String> facts(String printed) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : printed.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                facts.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return facts;
    }
}
