package org.innkeeper.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services are declared twice, for the module path and for the class path: both must say the same. */
class ServiceDescriptorsTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern PROVIDES = Pattern.compile("provides\\s+([\\w.]+)\\s+with\\s+([\\w.,\\s]+);");

    static List<Path> modules() {
        return ProjectTree.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothDescriptorsAgree(Path module) {
        assertThat(classPathServices(module)).isEqualTo(moduleServices(module));
    }

    private static Map<String, Set<String>> moduleServices(Path module) {
        String source = COMMENT.matcher(ProjectTree.text(module.resolve("src/main/java/module-info.java")))
                .replaceAll(" ");
        Map<String, Set<String>> services = new TreeMap<>();
        Matcher provides = PROVIDES.matcher(source);
        while (provides.find()) {
            services.put(
                    provides.group(1),
                    new TreeSet<>(Arrays.asList(provides.group(2).trim().split("\\s*,\\s*"))));
        }
        return services;
    }

    private static Map<String, Set<String>> classPathServices(Path module) {
        Path directory = module.resolve("src/main/resources/META-INF/services");
        Map<String, Set<String>> services = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return services;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> services.put(file.getFileName().toString(), providers(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return services;
    }

    private static Set<String> providers(Path file) {
        Set<String> providers = new TreeSet<>();
        ProjectTree.text(file)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").trim())
                .filter(line -> !line.isEmpty())
                .forEach(providers::add);
        return providers;
    }

    @Test
    void whatIsDeclaredIsFound() {
        Set<String> declared = new TreeSet<>();
        for (Path module : modules()) {
            Map<String, Set<String>> services = moduleServices(module);
            declared.addAll(services.getOrDefault(DriverProvider.class.getName(), Set.of()));
            declared.addAll(services.getOrDefault(LocalServiceProvider.class.getName(), Set.of()));
        }
        Set<String> found = new TreeSet<>();
        ServiceLoader.load(DriverProvider.class).forEach(found(found));
        ServiceLoader.load(LocalServiceProvider.class).forEach(found(found));
        assertThat(found).isNotEmpty().isEqualTo(declared);
    }

    private static Consumer<Object> found(Set<String> names) {
        return provider -> names.add(provider.getClass().getName());
    }

    @Test
    void idsOfDriversAreTheirOwn() {
        List<String> ids = ServiceLoader.load(DriverProvider.class).stream()
                .map(provider -> provider.get().id())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-z0-9-]*"));
    }
}
