package org.innkeeper.app.form;

import java.util.Set;
import org.innkeeper.app.session.Availability;

/**
 * What a form must know besides the definition, to judge values.
 *
 * @param active whether the guest runs, so that changes wait for its next start
 * @param persistent whether it has a stored definition that can be changed
 * @param change whether it can be changed: by the rights of the connection, by what the host has, by what it is
 * @param hostCpus CPUs of the host, 0 where it is not known
 * @param hostMemoryKiB memory of the host, 0 where it is not known
 * @param takenNames names of the other guests of the host
 * @param rename whether the host can rename guests
 * @param autostart whether the host can start guests with itself
 * @param elsewhere whether the host is another machine than this, with other files
 */
public record Surroundings(
        boolean active,
        boolean persistent,
        Availability change,
        int hostCpus,
        long hostMemoryKiB,
        Set<String> takenNames,
        Availability rename,
        Availability autostart,
        boolean elsewhere) {
    public Surroundings {
        takenNames = Set.copyOf(takenNames);
    }
}
