package org.innkeeper.driver.qemu.capabilities;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.innkeeper.driver.qemu.probe.EmulatorCatalog;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.MachineType;

/** Answers what can be asked about this host's capabilities. */
public final class HostCapabilities {
    private final EmulatorCatalog emulators;
    private final Accelerators accelerators;

    public HostCapabilities(EmulatorCatalog emulators, Accelerators accelerators) {
        this.emulators = emulators;
        this.accelerators = accelerators;
    }

    /**
     * The capabilities document. The emulators of this host's own architecture are asked now; those of others are in it
     * once they have been asked for another reason, so that a host with thirty of them answers as quickly.
     */
    public String host(CallContext context, NodeInfo node) {
        List<EmulatorInfo> known = new ArrayList<>();
        for (Map.Entry<String, Path> each : emulators.binaries().entrySet()) {
            boolean own = each.getKey().equals(accelerators.hostArch());
            if (own) {
                known.add(0, emulators.byPath(context, each.getValue()));
            } else {
                emulators.cached(each.getValue()).ifPresent(known::add);
            }
        }
        return new CapabilitiesDocument(HostFacts.read(node), accelerators).write(known);
    }

    /**
     * The domain capabilities document. A null argument means the default.
     *
     * @throws InnkeeperException with {@code INVALID_ARG} where the arguments contradict each other,
     *     {@code CONFIG_UNSUPPORTED} where there is no such emulator or it cannot run such a guest
     */
    public String domain(CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        EmulatorInfo info = emulator == null
                ? emulators.forArch(context, arch == null ? accelerators.hostArch() : arch)
                : emulators.byPath(context, Path.of(emulator));
        String guestArch = arch == null ? CapabilitiesDocument.libvirtArch(info.arch()) : arch;
        Accelerator accelerator = virtualizationType == null
                ? accelerators.best(info).accelerator()
                : accelerators.require(virtualizationType, info);
        MachineType type = machine == null
                ? info.defaultMachine().orElseGet(() -> info.machines().get(0))
                : info.machine(machine).orElseThrow(() -> unknownMachine(info, machine));
        return new DomainCapabilitiesDocument(info, type, guestArch, accelerator).write();
    }

    private static InnkeeperException unknownMachine(EmulatorInfo emulator, String machine) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.INVALID_ARG,
                        ErrorOrigin.QEMU,
                        "the machine '" + machine + "' is not supported by emulator '" + emulator.binary() + "'")
                .withRemedy("Choose one that the host's capabilities name."));
    }
}
