package org.innkeeper.app.delete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.app.session.DiskSummary;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.app.session.VolumeSummary;

/** Finds the disks of guests that are to be deleted, and what else uses them. Holds no JavaFX. */
final class DeletePlan {
    private DeletePlan() {}

    /**
     * The disks that are files or devices of the host, each once.
     *
     * @param guests who is deleted, with what their definitions tell
     * @param others the other guests of the host
     */
    static List<DiskChoice> disks(
            Map<GuestSnapshot, GuestDetails> guests, Map<GuestSnapshot, GuestDetails> others, List<PoolSummary> pools) {
        Map<String, VolumeSummary> volumes = new HashMap<>();
        pools.forEach(pool -> pool.volumes().forEach(volume -> volumes.put(volume.path(), volume)));
        List<DiskChoice> choices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        guests.forEach((guest, details) -> {
            for (DiskSummary disk : details.disks()) {
                if (disk.path() != null && seen.add(disk.path())) {
                    VolumeSummary volume = volumes.get(disk.path());
                    choices.add(new DiskChoice(
                            guest,
                            disk,
                            volume == null ? -1 : volume.allocation(),
                            volume != null,
                            users(others, disk.path())));
                }
            }
        });
        return choices;
    }

    private static List<String> users(Map<GuestSnapshot, GuestDetails> others, String path) {
        return others.entrySet().stream()
                .filter(other -> other.getValue().disks().stream().anyMatch(disk -> path.equals(disk.path())))
                .map(other -> other.getKey().name())
                .sorted()
                .toList();
    }
}
