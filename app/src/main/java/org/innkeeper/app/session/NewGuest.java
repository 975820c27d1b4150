package org.innkeeper.app.session;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A guest to make, with the volumes it needs: all of it or nothing.
 *
 * @param name for messages and the job
 * @param volumes empty disks to make first
 * @param definition the definition, given the paths of the volumes in their order
 * @param autostart whether it starts with the host
 * @param start whether it is started at once
 */
public record NewGuest(
        String name,
        List<NewVolume> volumes,
        Function<List<String>, String> definition,
        boolean autostart,
        boolean start) {
    public NewGuest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
        volumes = List.copyOf(volumes);
    }
}
