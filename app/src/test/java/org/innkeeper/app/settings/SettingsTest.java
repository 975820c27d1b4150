package org.innkeeper.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    private final List<ErrorInfo> problems = new ArrayList<>();

    private Path file() {
        return directory.resolve("config").resolve("settings.json");
    }

    private Settings open() {
        return Settings.open(file(), problems::add);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Test
    void whatWasPutIsThereTheNextTime() {
        try (Settings settings = open()) {
            Section section = settings.section("main");
            section.put("name", "Zoë");
            section.put("width", 12.5);
            section.put("on", true);
            section.put("columns", List.of("cpu", "memory"));
        }
        try (Settings settings = open()) {
            Section section = settings.section("main");
            assertThat(section.text("name")).hasValue("Zoë");
            assertThat(section.number("width")).hasValue(12.5);
            assertThat(section.flag("on", false)).isTrue();
            assertThat(section.texts("columns")).containsExactly("cpu", "memory");
            assertThat(section.has("other")).isFalse();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(directory).supportsFileAttributeView("posix"), "needs a POSIX file system");
        try (Settings settings = open()) {
            settings.section("main").put("name", "x");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void whatIsNotKnownIsKept() throws IOException {
        write("{\"version\":1,\"future\":{\"deep\":[1,2]},\"main\":{\"other\":5}}");
        try (Settings settings = open()) {
            settings.section("main").put("name", "x");
        }

        assertThat(Files.readString(file())).contains("\"future\"", "\"deep\"", "\"other\" : 5", "\"name\" : \"x\"");
    }

    @Test
    void aNewerFileIsReadButNotWritten() throws IOException {
        String newer = "{\"version\":99,\"main\":{\"name\":\"from the future\"}}";
        write(newer);
        try (Settings settings = open()) {
            assertThat(settings.isReadOnly()).isTrue();
            assertThat(settings.problem())
                    .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED));
            assertThat(settings.section("main").text("name")).hasValue("from the future");
            settings.section("main").put("name", "changed");
        }

        assertThat(Files.readString(file())).isEqualTo(newer);
    }

    @Test
    void aDamagedFileIsSetAsideAndReported() throws IOException {
        write("{\"version\":1,\n\"main\":{");
        try (Settings settings = open()) {
            assertThat(settings.problem()).hasValueSatisfying(problem -> {
                assertThat(problem.message()).contains("damaged", "line 2");
                assertThat(problem.subject().name()).isEqualTo(file().toString());
                assertThat(problem.remedy().orElseThrow()).contains("settings.json.damaged");
            });
            settings.section("main").put("name", "new");
        }

        assertThat(Files.readString(file().resolveSibling("settings.json.damaged")))
                .startsWith("{\"version\":1,");
        assertThat(Files.readString(file())).contains("new");
    }

    @Test
    void aFileThatIsNotAnObjectIsDamaged() throws IOException {
        write("[1]");
        try (Settings settings = open()) {
            assertThat(settings.problem()).isPresent();
        }
        assertThat(file().resolveSibling("settings.json.damaged")).exists();
    }

    @Test
    void aFileThatCannotBeWrittenIsReported() throws IOException {
        Files.writeString(directory.resolve("config"), "in the way");
        try (Settings settings = Settings.open(directory.resolve("config").resolve("settings.json"), problems::add)) {
            settings.section("main").put("name", "x");
            if (!settings.isReadOnly()) {
                settings.flush();
                assertThat(problems).hasSize(1);
            } else {
                assertThat(settings.problem()).isPresent();
            }
        }
    }

    @Test
    void valuesOfAnotherKindCountAsMissing() throws IOException {
        write("{\"main\":{\"name\":5,\"width\":\"wide\",\"columns\":[1,\"cpu\"]},\"list\":3}");
        try (Settings settings = open()) {
            Section section = settings.section("main");
            assertThat(section.text("name")).isEmpty();
            assertThat(section.number("width")).isEmpty();
            assertThat(section.texts("columns")).containsExactly("cpu");
            settings.section("list").put("key", "value");
            assertThat(settings.section("list").text("key")).hasValue("value");
        }
    }

    @Test
    void hostsKeepTheirOrderAndWhatIsNotKnownOfThem() throws IOException {
        write(
                "{\"hosts\":{\"list\":[{\"id\":\"a\",\"uri\":\"test:///default\",\"colour\":\"red\"},{\"uri\":\"lost\"}]}}");
        HostDefinition added =
                HostDefinition.of("qemu:///embed", "This machine").withProvider("qemu");
        try (Settings settings = open()) {
            HostStore store = new HostStore(settings);
            List<HostDefinition> hosts = new ArrayList<>(store.load());
            assertThat(hosts).hasSize(1);
            assertThat(hosts.get(0).label()).isEqualTo("test:///default");
            assertThat(hosts.get(0).autoconnect()).isTrue();
            hosts.add(0, added);
            store.save(hosts);
            assertThat(store.searched()).isFalse();
            store.setSearched();
        }
        try (Settings settings = open()) {
            HostStore store = new HostStore(settings);
            assertThat(store.load().get(0)).isEqualTo(added);
            assertThat(store.load()).extracting(host -> host.id().value()).endsWith("a");
            assertThat(store.searched()).isTrue();
        }
        assertThat(Files.readString(file())).contains("\"colour\" : \"red\"");
    }

    @Test
    void whatIsToBeConfirmedAndHowOftenAHostIsAskedAreKept() {
        HostDefinition host = HostDefinition.fromOutside("qemu+ext:///system?command=/tmp/tunnel", "lab", false)
                .withPolling(Duration.ofSeconds(10));
        try (Settings settings = open()) {
            new HostStore(settings).save(List.of(host));
        }
        try (Settings settings = open()) {
            HostStore store = new HostStore(settings);
            assertThat(store.load()).containsExactly(host);
            store.save(List.of(host.confirmed().withPolling(null)));
        }
        try (Settings settings = open()) {
            assertThat(new HostStore(settings).load())
                    .containsExactly(host.confirmed().withPolling(null));
        }
    }

    @Test
    void preferencesHaveStandards() {
        try (Settings settings = open()) {
            Preferences preferences = new Preferences(settings);
            assertThat(preferences.polling()).isEqualTo(PollingSettings.standard());
            assertThat(preferences.theme()).isEqualTo(Preferences.Theme.SYSTEM);
            assertThat(preferences.asks("FORCE_OFF")).isTrue();

            PollingSettings slow = new PollingSettings(Duration.ofSeconds(5), Set.of(PollingSettings.Group.CPU));
            preferences.setPolling(slow);
            preferences.setTheme(Preferences.Theme.DARK);
            preferences.setAsks("FORCE_OFF", false);

            assertThat(preferences.polling()).isEqualTo(slow);
            assertThat(preferences.theme()).isEqualTo(Preferences.Theme.DARK);
            assertThat(preferences.asks("FORCE_OFF")).isFalse();
        }
    }

    @Test
    void senselessPreferencesAreMadeSensible() throws IOException {
        write("{\"polling\":{\"intervalMillis\":-7},\"look\":{\"theme\":\"pink\"}}");
        try (Settings settings = open()) {
            Preferences preferences = new Preferences(settings);
            assertThat(preferences.polling().interval()).isEqualTo(Duration.ofMillis(250));
            assertThat(preferences.theme()).isEqualTo(Preferences.Theme.SYSTEM);
        }
    }

    @Test
    void windowsComeBackWhereTheyWere() {
        try (Settings settings = open()) {
            WindowStates windows = new WindowStates(settings);
            assertThat(windows.find("main")).isEmpty();
            windows.save("main", new WindowState(10, 20, 1280, 800, true));
            assertThat(windows.find("main")).hasValue(new WindowState(10, 20, 1280, 800, true));
        }
    }
}
