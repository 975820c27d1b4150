package org.innkeeper.driver.qemu.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds programs of the host. */
public final class Programs {
    private Programs() {}

    /** The first executable file of that name on the search path, or in the places of system programs. */
    public static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        String all = (path == null ? "" : path + File.pathSeparator) + "/usr/sbin" + File.pathSeparator + "/sbin";
        for (String directory : all.split(Pattern.quote(File.pathSeparator))) {
            Path candidate = directory.isEmpty() ? null : Path.of(directory, name);
            if (candidate != null && candidate.isAbsolute() && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
