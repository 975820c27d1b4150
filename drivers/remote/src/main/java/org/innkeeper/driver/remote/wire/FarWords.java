package org.innkeeper.driver.remote.wire;

import java.util.Locale;

/** What to do about the last words of a program on the way to the daemon: a shell, netcat, libvirt's helper. */
final class FarWords {
    private FarWords() {}

    /** A remedy that fits the words, empty where none is known. */
    static String remedy(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        if (said.contains("virt-ssh-helper") && said.contains("not found") || isMissingProgram(said)) {
            return "Install virt-ssh-helper (it comes with libvirt) or a netcat that knows -U (netcat-openbsd) on the host, or"
                    + " name one with netcat= in the URI.";
        }
        if (said.contains("permission denied (")) {
            return "Set up a key for that account on the host, and an agent here, or leave command= out of the URI to be"
                    + " asked for a password.";
        }
        if (isDenied(words)) {
            return "Let the account you log in with use the daemon's socket (often by the group libvirt), or log in as"
                    + " another user.";
        }
        if (said.contains("no such file or directory")) {
            return "Start libvirtd (or virtqemud) on the host, or give the path of its socket with socket=.";
        }
        if (said.contains("connection refused")) {
            return "The daemon has left its socket behind: start libvirtd (or virtqemud) on the host.";
        }
        if (said.contains("invalid option")
                || said.contains("unrecognized option")
                || said.contains("unknown option")) {
            return "That netcat does not know -U: install netcat-openbsd on the host, or name another one with netcat= in"
                    + " the URI.";
        }
        return "";
    }

    /** Whether rights are missing on the way. */
    static boolean isDenied(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return said.contains("permission denied") || said.contains("operation not permitted");
    }

    /** A shell says so in its own ways: {@code sh: 1: nc: not found}, {@code bash: nc: command not found}. */
    private static boolean isMissingProgram(String said) {
        return said.lines().anyMatch(line -> line.endsWith("not found"));
    }
}
