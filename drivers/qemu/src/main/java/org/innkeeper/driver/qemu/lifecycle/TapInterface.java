package org.innkeeper.driver.qemu.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.driver.qemu.process.Programs;

/** Makes and deletes the host's end of a guest's network card, with the host's {@code ip} program. */
final class TapInterface {
    private static final System.Logger LOG = System.getLogger(TapInterface.class.getName());
    private static final Path INTERFACES = Path.of("/sys/class/net");
    private static final int MAX_NAME = 15;
    private static final int MAX_OUTPUT = 4096;
    private static final long LIMIT_SECONDS = 10;
    private static final String REMEDY =
            "Run the program as root, or give the guest an interface of type 'user', which needs no rights.";

    private TapInterface() {}

    static boolean exists(String name) {
        return Files.exists(INTERFACES.resolve(name));
    }

    /**
     * Makes a tap and brings it up.
     *
     * @param mac the address of the guest's card; the host's end gets the same with the highest octet a bridge likes
     * @param bridge the bridge it joins, or null
     */
    static void create(String name, String mac, String bridge) {
        if (name.length() > MAX_NAME || !name.matches("[A-Za-z0-9_.:-]+")) {
            throw GuestErrors.unsupported(
                    "'" + name + "' cannot be the name of an interface of the host",
                    "Use at most " + MAX_NAME + " letters and digits, or none to have one chosen.");
        }
        if (bridge != null && !Files.isDirectory(INTERFACES.resolve(bridge).resolve("bridge"))) {
            throw GuestErrors.unsupported(
                    "there is no bridge '" + bridge + "' on this host", "Create the bridge, or choose another one.");
        }
        ip("tuntap", "add", "dev", name, "mode", "tap");
        try {
            ip("link", "set", "dev", name, "address", "fe" + mac.substring(2));
            if (bridge != null) {
                ip("link", "set", "dev", name, "master", bridge);
            }
            ip("link", "set", "dev", name, "up");
        } catch (InnkeeperException e) {
            delete(name);
            throw e;
        }
    }

    /** Runs the program a definition names for an interface, with the name of the interface as its argument. */
    static void runScript(String script, String name) {
        run(List.of(script, name), "the script " + script + " of interface " + name);
    }

    /** Deletes a tap; one that is gone already is fine. */
    static void delete(String name) {
        if (exists(name)) {
            try {
                ip("link", "delete", "dev", name);
            } catch (InnkeeperException e) {
                LOG.log(System.Logger.Level.WARNING, "the interface {0} stays: {1}", name, e.getMessage());
            }
        }
    }

    private static void ip(String... arguments) {
        String program = Programs.find("ip")
                .map(Path::toString)
                .orElseThrow(() -> GuestErrors.unsupported(
                        "the program 'ip' that makes network interfaces is not on this host",
                        "Install iproute2, or give the guest an interface of type 'user'."));
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        run(command, "'ip " + String.join(" ", arguments) + "'");
    }

    private static void run(List<String> command, String what) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(process.getInputStream().readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(what + " did not end in time", null);
            }
            if (process.exitValue() != 0) {
                throw failed(what + " failed: " + output.strip(), null);
            }
        } catch (IOException e) {
            throw failed(what + " failed: " + IoReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(what + " was interrupted", e);
        }
    }

    private static InnkeeperException failed(String message, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.NET, message)
                        .withRemedy(REMEDY),
                cause);
    }
}
