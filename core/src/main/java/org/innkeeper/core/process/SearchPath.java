package org.innkeeper.core.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where tools of the administrator are looked for. */
public final class SearchPath {
    private SearchPath() {}

    /** The directories for administrators, which a user's path often lacks, then those of {@code PATH}, in order. */
    public static List<Path> ofThisMachine() {
        List<Path> directories =
                new ArrayList<>(List.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"), Path.of("/sbin")));
        for (String directory :
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(":")) {
            if (directory.startsWith("/")) {
                directories.add(Path.of(directory));
            }
        }
        return directories;
    }
}
