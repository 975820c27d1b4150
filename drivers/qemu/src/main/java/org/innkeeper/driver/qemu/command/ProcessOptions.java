package org.innkeeper.driver.qemu.command;

/** How the emulator behaves as a process: in the background, its last words kept, unable to start others. */
final class ProcessOptions implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        guest.environment().put("LC_ALL", "C");
        guest.option("-daemonize");
        guest.option("-pidfile", guest.paths().pidFile());
        // With any logging on, a daemonized emulator sends its standard error to the file instead of nowhere.
        guest.option("-D", guest.paths().logFile());
        guest.option("-d", "guest_errors");
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
