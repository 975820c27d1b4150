package org.innkeeper.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks docs/api-map.md against the API and the drivers. After a driver has learnt something, write the columns of the
 * drivers anew with {@code -Dapi-map.update=true}.
 */
class ApiMapTest {
    private static final Path MAP = ProjectTree.root().resolve("docs/api-map.md");

    /** Function, method, what the drivers test, qemu and storage do, what the remote, OpenVZ's and Xen's do. */
    private static final Pattern ROW = Pattern.compile(
            "\\| `(vir\\w+)` \\| (?:`([A-Z]\\w+\\.\\w+)`|(\\(.+\\))) \\| (\\S+ \\| \\S+ \\| \\S+) \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|");

    private static final int FUNCTIONS_OF_THE_MANUAL = 81;
    private static final Pattern REFERENCE_ROW = Pattern.compile("(?m)^\\| (vir\\w+) \\|");
    private static final Set<String> STORAGE = Set.of("Storage", "StoragePool", "StorageVolume");

    private record Row(
            String function, String method, String reason, String drivers, String remote, String openvz, String xen) {
        String text() {
            String cell = method == null ? reason : "`" + method + "`";
            return "| `" + function + "` | " + cell + " | " + drivers + " | " + remote + " | " + openvz + " | " + xen
                    + " |";
        }

        Row with(String newDrivers) {
            return new Row(function, method, reason, newDrivers, remote, openvz, xen);
        }

        Row withRemote(String newRemote) {
            return new Row(function, method, reason, drivers, newRemote, openvz, xen);
        }

        Row withOpenvz(String newOpenvz) {
            return new Row(function, method, reason, drivers, remote, newOpenvz, xen);
        }

        Row withXen(String newXen) {
            return new Row(function, method, reason, drivers, remote, openvz, newXen);
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        ProjectTree.text(MAP).lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            Matcher matcher = ROW.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            rows.add(new Row(
                    matcher.group(1),
                    matcher.group(2),
                    matcher.group(3),
                    matcher.group(4),
                    matcher.group(5),
                    matcher.group(6),
                    matcher.group(7)));
        });
        return rows;
    }

    private static List<String> ofTheManual() {
        return rows().stream().limit(FUNCTIONS_OF_THE_MANUAL).map(Row::function).toList();
    }

    @Test
    void holdsEveryFunctionOnce() {
        assertThat(rows()).extracting(Row::function).doesNotHaveDuplicates();
    }

    @Test
    void holdsEveryFunctionOfTheManual() {
        Path reference = ProjectTree.root().resolveSibling("shared").resolve("reference/api-0.3.3-procedures.md");
        Assumptions.assumeTrue(Files.exists(reference), "no reference beside the project: " + reference.getFileName());
        List<String> functions = REFERENCE_ROW
                .matcher(ProjectTree.text(reference))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(ofTheManual()).isEqualTo(functions);
    }

    @Test
    void everyMethodExists() {
        assertThat(rows().stream().filter(row -> row.method() != null))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(ApiCaller.methods(row.method()))
                        .as(row.method())
                        .isNotEmpty());
    }

    @Test
    void onlyReleasingHasNoMethod() {
        assertThat(rows().stream().filter(row -> row.method() == null))
                .allSatisfy(row -> assertThat(row.function()).endsWith("Free"));
    }

    @Test
    void everyMethodThatReachesADriverIsThere() {
        Set<String> mapped = rows().stream().map(Row::method).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(ApiCaller.allThatReachADriver().toList());
        missing.removeAll(mapped);
        // It has no function of its own: a lookup by UUID, of which only name and id are taken.
        missing.remove("Domain.refresh");
        assertThat(missing).isEmpty();
    }

    @Test
    void claimsWhatTheDriversDo(@TempDir Path root) throws IOException {
        Innkeeper innkeeper = Innkeeper.load();
        innkeeper.setErrorHandler((error, connection) -> {});
        List<Row> actual = new ArrayList<>();
        try (Connection test = open(innkeeper, "test:///default");
                Connection qemu = open(innkeeper, "qemu:///embed?root=" + root)) {
            for (Row row : rows()) {
                actual.add(row.with(String.join(" | ", cells(row, test, qemu))));
            }
        }
        compare(actual);
    }

    /** The daemon is a real one, with QEMU behind it. */
    @Test
    void claimsWhatTheRemoteDriverDoes() throws IOException {
        LibvirtdPeer peer = LibvirtdPeer.shared();
        Innkeeper innkeeper = Innkeeper.load();
        innkeeper.setErrorHandler((error, connection) -> {});
        List<Row> actual = new ArrayList<>();
        try (Connection remote = open(innkeeper, peer.unix("qemu", "/system"))) {
            for (Row row : rows()) {
                boolean supported = row.method() != null && ApiCaller.isSupported(remote, row.method());
                actual.add(row.withRemote(row.method() == null ? "–" : supported ? "yes" : "no"));
            }
        }
        compare(actual);
    }

    /** A host without containers, on which all can be done that the driver knows of. */
    @Test
    void claimsWhatTheOpenvzDriverDoes(@TempDir Path root) throws IOException {
        for (String directory : List.of("proc/vz", "etc/conf", "tools")) {
            Files.createDirectories(root.resolve(directory));
        }
        for (String table : List.of("vz/veinfo", "user_beancounters", "cpt", "rst")) {
            Files.createFile(root.resolve("proc").resolve(table));
        }
        for (String tool : List.of("vzctl", "vzlist")) {
            Path file = root.resolve("tools").resolve(tool);
            Files.copy(Path.of("/bin/true"), file, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(
                root.resolve("tools/vzctl"),
                "#!/bin/sh\n[ \"$1\" = --help ] && echo 'vzctl console <ctid> [ttyno], vzctl suspend, --cpumask <cpus>'\n");
        Innkeeper innkeeper = Innkeeper.load();
        innkeeper.setErrorHandler((error, connection) -> {});
        String uri = "openvz:///system?proc=" + root.resolve("proc") + "&etc=" + root.resolve("etc") + "&tools="
                + root.resolve("tools");
        List<Row> actual = new ArrayList<>();
        try (Connection openvz = open(innkeeper, uri)) {
            for (Row row : rows()) {
                boolean supported = row.method() != null && ApiCaller.isSupported(openvz, row.method());
                actual.add(row.withOpenvz(row.method() == null ? "–" : supported ? "yes" : "no"));
            }
        }
        compare(actual);
    }

    /** A host with a xend; what stands for it takes the requests of the true one. */
    @Test
    void claimsWhatTheXenDriverDoes() throws IOException {
        Innkeeper innkeeper = Innkeeper.load();
        innkeeper.setErrorHandler((error, connection) -> {});
        List<Row> actual = new ArrayList<>();
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4);
                Connection xen = open(innkeeper, host.uri())) {
            for (Row row : rows()) {
                boolean supported = row.method() != null && ApiCaller.isSupported(xen, row.method());
                actual.add(row.withXen(row.method() == null ? "–" : supported ? "yes" : "no"));
            }
        }
        compare(actual);
    }

    private static void compare(List<Row> actual) throws IOException {
        if (Boolean.getBoolean("api-map.update")) {
            Files.writeString(MAP, updated(actual));
        }
        List<String> wrong = actual.stream()
                .filter(row -> !rows().contains(row))
                .map(Row::text)
                .toList();
        assertThat(wrong)
                .as("what drivers do and docs/api-map.md does not say; -Dapi-map.update=true writes it")
                .isEmpty();
    }

    private static Connection open(Innkeeper innkeeper, String uri) {
        return innkeeper.open(uri, OpenOptions.readWrite(), AuthenticationCallback.NOBODY, CallContext.create());
    }

    /** What the columns must say: storage is lent to the QEMU driver, and is nothing a hypervisor does. */
    private static List<String> cells(Row row, Connection test, Connection qemu) {
        if (row.method() == null) {
            return List.of("–", "–", "–");
        }
        boolean storage =
                STORAGE.contains(row.method().substring(0, row.method().indexOf('.')));
        String byTest = ApiCaller.isSupported(test, row.method()) ? "yes" : "no";
        String byQemu = ApiCaller.isSupported(qemu, row.method()) ? "yes" : "no";
        return storage ? List.of(byTest, byQemu.equals("yes") ? "lent" : "no", byQemu) : List.of(byTest, byQemu, "–");
    }

    private static String updated(List<Row> actual) {
        String text = ProjectTree.text(MAP);
        for (Row row : actual) {
            text = text.replaceFirst("(?m)^\\| `" + row.function() + "` \\|.*$", Matcher.quoteReplacement(row.text()));
        }
        return text;
    }
}
