package org.innkeeper.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The source tree of all modules. */
final class ProjectTree {
    private ProjectTree() {}

    /** The directory that holds the whole project. */
    static Path root() {
        Path directory = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /** The modules: every directory with a module descriptor. */
    static List<Path> modules() {
        return find(root(), path -> path.endsWith("src/main/java/module-info.java")).stream()
                .map(descriptor ->
                        descriptor.getParent().getParent().getParent().getParent())
                .toList();
    }

    /** The Java sources of the product, without tests. */
    static List<Path> sources() {
        return modules().stream()
                .flatMap(module ->
                        find(module.resolve("src/main/java"), path -> path.toString()
                                        .endsWith(".java"))
                                .stream())
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> find(Path directory, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> !path.toString().contains("/target/"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
