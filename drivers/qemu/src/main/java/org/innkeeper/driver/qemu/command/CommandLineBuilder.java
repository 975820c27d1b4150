package org.innkeeper.driver.qemu.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.definition.GuestDefinition;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.process.GuestPaths;

/**
 * Turns a definition into the command line that runs it. Starts nothing and changes nothing; of the host it looks at free
 * ports and names of network devices only. Safe for any thread.
 */
public final class CommandLineBuilder {
    private final HostResources host;

    public CommandLineBuilder() {
        this(new LocalHostResources());
    }

    CommandLineBuilder(HostResources host) {
        this.host = host;
    }

    /**
     * The command line of a guest. The emulator waits, with its vcpus stopped, for somebody at the monitor socket. Who
     * starts it adds where its process id goes, and what it does when the guest powers off, reboots or crashes.
     *
     * @param definition the guest; it stays as it is
     * @param accelerator what {@link org.innkeeper.driver.qemu.probe.Accelerators#require} gave for its type
     * @throws org.innkeeper.core.error.InnkeeperException {@code XML_ERROR} where the definition contradicts itself,
     *     {@code CONFIG_UNSUPPORTED} where it asks for something that cannot be had; both name the element
     */
    public CommandLine build(
            DomainDocument definition,
            EmulatorInfo emulator,
            GuestPaths paths,
            Accelerator accelerator,
            StartMode mode) {
        GuestContext guest =
                new GuestContext(GuestDefinition.complete(definition.root(), emulator), paths, accelerator, host);
        for (CommandSection section : sections(mode)) {
            section.write(guest);
        }
        return new CommandLine(guest.arguments(), guest.environment(), guest.taps(), aliases(guest));
    }

    private static List<CommandSection> sections(StartMode mode) {
        return List.of(
                new UnsupportedElements(),
                new GeneralOptions(mode),
                new MachineOptions(),
                new CpuOptions(),
                new MemoryOptions(),
                new VcpuOptions(),
                new IoThreads(),
                new ClockOptions(),
                new BootOptions(),
                new ControllerDevices(),
                new DiskDevices(),
                new NetworkDevices(),
                new CharacterDevices(),
                new InputDevices(),
                new AudioOptions(),
                new GraphicsOptions(),
                new VideoDevices(),
                new SoundDevices(),
                new SmallDevices(),
                new FilesystemDevices(),
                new HostDevices(),
                new ProcessOptions(),
                new PassthroughOptions());
    }

    private static List<DeviceAlias> aliases(GuestContext guest) {
        List<DeviceAlias> aliases = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (XmlElement device : guest.definition().devices()) {
            int place = counts.merge(device.name(), 1, Integer::sum) - 1;
            String alias = Nodes.text(device, "alias@name");
            if (alias != null) {
                aliases.add(new DeviceAlias(device.name(), place, alias));
            }
        }
        return aliases;
    }
}
