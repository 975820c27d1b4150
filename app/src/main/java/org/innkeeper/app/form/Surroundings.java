package org.innkeeper.app.form;

import java.util.Set;

/**
 * What a form must know besides the definition, to judge values.
 *
 * @param active whether the guest runs, so that changes wait for its next start
 * @param persistent whether it has a stored definition that can be changed
 * @param changeable whether the connection lets us change it
 * @param hostCpus CPUs of the host, 0 where it is not known
 * @param hostMemoryKiB memory of the host, 0 where it is not known
 * @param takenNames names of the other guests of the host
 * @param canRename whether the host can rename guests
 * @param elsewhere whether the host is another machine than this, with other files
 */
public record Surroundings(
        boolean active,
        boolean persistent,
        boolean changeable,
        int hostCpus,
        long hostMemoryKiB,
        Set<String> takenNames,
        boolean canRename,
        boolean elsewhere) {
    public Surroundings {
        takenNames = Set.copyOf(takenNames);
    }
}
