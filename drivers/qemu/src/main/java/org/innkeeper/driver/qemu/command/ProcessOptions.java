package org.innkeeper.driver.qemu.command;

/** How the emulator behaves as a process: its messages dated, unable to start others. */
final class ProcessOptions implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        guest.environment().put("LC_ALL", "C");
        guest.option(
                "-sandbox",
                OptionValue.of("on")
                        .with("obsolete", "deny")
                        .with("elevateprivileges", "deny")
                        .with("spawn", "deny")
                        .with("resourcecontrol", "deny"));
        guest.option("-msg", new OptionValue().with("timestamp", "on"));
    }
}
