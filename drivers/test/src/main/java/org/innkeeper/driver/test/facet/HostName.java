package org.innkeeper.driver.test.facet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, without asking the network. */
final class HostName {
    private static final Logger LOG = System.getLogger(HostName.class.getName());
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static String get() {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        if (Files.isReadable(KERNEL)) {
            try {
                return Files.readString(KERNEL).strip();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Cannot read " + KERNEL, e);
            }
        }
        return "localhost";
    }
}
