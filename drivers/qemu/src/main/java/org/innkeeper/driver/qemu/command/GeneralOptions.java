package org.innkeeper.driver.qemu.command;

import org.innkeeper.driver.qemu.definition.Nodes;

/** Name, identity, monitor, and the rule that nothing is there that was not asked for. */
final class GeneralOptions implements CommandSection {
    private final StartMode mode;

    GeneralOptions(StartMode mode) {
        this.mode = mode;
    }

    @Override
    public void write(GuestContext guest) {
        String name = guest.definition().name();
        guest.option("-name", new OptionValue().with("guest", name).with("debug-threads", "on"));
        guest.option("-S");
        String uuid = Nodes.text(guest.root(), "uuid");
        if (uuid != null) {
            guest.option("-uuid", uuid);
        }
        guest.option("-no-user-config");
        guest.option("-nodefaults");
        guest.option(
                "-chardev",
                OptionValue.of("socket")
                        .with("id", "charmonitor")
                        .with("path", guest.paths().monitorSocket())
                        .with("server", "on")
                        .with("wait", "off"));
        guest.option(
                "-mon",
                new OptionValue()
                        .with("chardev", "charmonitor")
                        .with("id", "monitor")
                        .with("mode", "control"));
        if (mode == StartMode.INCOMING) {
            guest.option("-incoming", "defer");
        }
    }
}
