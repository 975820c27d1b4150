package org.innkeeper.driver.qemu.lifecycle;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.innkeeper.driver.qemu.probe.EmulatorCatalog;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.process.RuntimePlace;
import org.innkeeper.driver.qemu.state.DefinitionStore;
import org.innkeeper.driver.qemu.state.RuntimeStore;
import org.innkeeper.driver.qemu.state.StateRoot;

/**
 * What all that deals with the guests of one state root shares.
 *
 * @param root where state is kept
 * @param definitions persistent definitions
 * @param runtime the state of active guests
 * @param place where sockets lie
 * @param emulators what QEMUs there are
 * @param accelerators what works on this machine
 * @param guests all guests
 * @param events who is told
 * @param workers runs what must not block a monitor's reader
 * @param lastId the last run-time id that was given
 */
public record HostTools(
        StateRoot root,
        DefinitionStore definitions,
        RuntimeStore runtime,
        RuntimePlace place,
        EmulatorCatalog emulators,
        Accelerators accelerators,
        GuestRegistry guests,
        EventHub events,
        ExecutorService workers,
        AtomicInteger lastId) {
    /** The emulator a definition names, else the one of its architecture, else the one of this host's. */
    EmulatorInfo emulatorOf(CallContext context, Definition definition) {
        if (definition.emulator().isPresent()) {
            return emulators.byPath(context, Path.of(definition.emulator().get()));
        }
        return emulators.forArch(context, definition.arch().orElse(accelerators.hostArch()));
    }
}
