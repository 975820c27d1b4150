package org.innkeeper.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts and those who use them fit each other. */
class TextUseTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9]*\\.[A-Za-z0-9_.]*)\"");
    private static final Pattern ASKED = Pattern.compile(
            "(?:(?<!Field\\.)\\btext|\\btexts(?:\\(\\))?\\.(get|count|has))\\(\\s*\"([^\"]+\\.[^\"]+)\"\\s*([,)])");

    private static final Set<String> KEYS = new TreeSet<>();
    private static final Set<String> AREAS = new TreeSet<>();
    private static final Set<String> LITERALS = new TreeSet<>();
    private static final Set<String> SOURCES = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        Path app = Path.of("src/main").toAbsolutePath();
        try (Stream<Path> files = Files.list(app.resolve("resources/org/innkeeper/app/i18n"))) {
            for (Path file : files.toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                KEYS.addAll(texts.stringPropertyNames());
                AREAS.add(file.getFileName().toString().replaceAll("messages-(.*)\\.properties", "$1"));
            }
        }
        try (Stream<Path> files = Files.walk(app.resolve("java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                SOURCES.add(source);
                Matcher matcher = LITERAL.matcher(source);
                while (matcher.find()) {
                    LITERALS.add(matcher.group(1));
                }
            }
        }
    }

    @Test
    void everyTextThatIsAskedForExists() {
        Set<String> missing = new TreeSet<>();
        for (String source : SOURCES) {
            Matcher matcher = ASKED.matcher(source);
            while (matcher.find()) {
                String key = matcher.group(2);
                boolean counted = "count".equals(matcher.group(1));
                if (counted ? !(KEYS.contains(key + ".one") && KEYS.contains(key + ".other")) : !KEYS.contains(key)) {
                    missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        assertThat(KEYS)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(isUsed(key)).as(key).isTrue());
    }

    private static boolean isUsed(String key) {
        String plain = key.replaceAll("\\.(one|other)$", "");
        return LITERALS.contains(key)
                || LITERALS.contains(plain)
                // Texts that are named by a constant: the code has what comes before its name.
                || LITERALS.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
    }

    @Test
    void everyKeyIsInTheFileOfItsArea() throws IOException {
        for (String area : AREAS) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(
                    Path.of("src/main/resources/org/innkeeper/app/i18n/messages-" + area + ".properties"))) {
                texts.load(reader);
            }
            assertThat(texts.stringPropertyNames()).as(area).allMatch(key -> key.startsWith(area + "."));
        }
    }
}
