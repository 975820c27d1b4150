package org.innkeeper.driver.qemu.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands before QEMU's command line so that a guest outlives this program: {@code setsid} keeps the signals of our
 * terminal away from it, and a scope of the user's service manager keeps logout from ending it. Both run QEMU in their
 * own place, so the process that is started becomes QEMU.
 *
 * <p>QEMU's own {@code -daemonize} is not used: it turns the standard error, and with it QEMU's last words, to
 * {@code /dev/null}, and it forks after the sandbox is in place, so that a QEMU that may not fork is killed by it.
 */
final class SessionPrefix {
    private SessionPrefix() {}

    /** The plain prefix; empty where the system has no {@code setsid}. */
    static List<String> plain() {
        List<String> prefix = new ArrayList<>();
        Programs.find("setsid").ifPresent(program -> prefix.add(program.toString()));
        return prefix;
    }

    /** The prefix with a scope, where a service manager of the user is running. */
    static Optional<List<String>> scoped(UUID guest, String runtimeDirectory) {
        if (runtimeDirectory == null || !Files.exists(Path.of(runtimeDirectory, "systemd", "private"))) {
            return Optional.empty();
        }
        return Programs.find("systemd-run").map(program -> {
            List<String> prefix = plain();
            prefix.addAll(List.of(
                    program.toString(), "--user", "--scope", "--collect", "--quiet", "--slice=innkeeper.slice"));
            prefix.add("--description=Virtual machine " + guest);
            prefix.add("--");
            return prefix;
        });
    }
}
