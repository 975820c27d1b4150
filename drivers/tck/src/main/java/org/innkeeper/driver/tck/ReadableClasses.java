package org.innkeeper.driver.tck;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The classes of a test where every user may read them, for a Java that runs as another user than the test. */
public final class ReadableClasses {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path directory;

    private ReadableClasses(Path directory) {
        this.directory = directory;
    }

    /**
     * Copies them into a directory, which is made; one that is there already is used as it is. Skips the test where the
     * Java here is for one user alone.
     */
    public static ReadableClasses in(Path directory) {
        Assumptions.assumeTrue(othersMayRunJava(), "the Java here is for root alone: " + JAVA);
        try {
            if (!Files.exists(directory)) {
                copy(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadableClasses(directory);
    }

    private static boolean othersMayRunJava() {
        try {
            for (Path path = JAVA.toRealPath(); path != null; path = path.getParent()) {
                if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path directory) throws IOException {
        Files.createDirectories(directory);
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            Path to = directory.resolve(number++ + "-" + from.getFileName());
            if (Files.isDirectory(from)) {
                copyFolder(from, to);
            } else if (Files.exists(from)) {
                Files.copy(from, to);
            }
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** The command that runs a class with these classes, quick to start. */
    public List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private String classPath() {
        try (Stream<Path> entries = Files.list(directory)) {
            return String.join(
                    File.pathSeparator, entries.map(Path::toString).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
