package org.innkeeper.driver.qemu.state;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.process.ProcessIdentity;

/**
 * What is kept of an active guest, so that the next program finds it again.
 *
 * @param uuid which guest
 * @param id its run-time id, at least 1
 * @param process its QEMU
 * @param paths its files
 * @param logStart how long its log was before this run, bytes
 * @param accelerator what executes it, {@code kvm} or {@code tcg} for example
 * @param status its state when this was written
 * @param rebooting whether its next power-off is the first half of a reboot
 * @param taps host interfaces that are deleted when it ends
 * @param command QEMU's command line
 * @param definition the live definition
 */
public record RuntimeRecord(
        UUID uuid,
        int id,
        ProcessIdentity process,
        GuestPaths paths,
        long logStart,
        String accelerator,
        DomainStatus status,
        boolean rebooting,
        List<String> taps,
        List<String> command,
        XmlDocument definition) {
    public RuntimeRecord {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(paths, "paths");
        Objects.requireNonNull(accelerator, "accelerator");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(definition, "definition");
        taps = List.copyOf(taps);
        command = List.copyOf(command);
    }
}
