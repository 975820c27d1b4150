package org.innkeeper.driver.remote.peer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real libvirtd and a real sshd, started by {@code peers/libvirtd.sh}; one for all tests that want it as it is. */
public final class LibvirtdPeer implements AutoCloseable {
    /** A directory of daemons to run instead of libvirtd: virtqemud and its like. For runs by hand. */
    private static final String DAEMONS = System.getProperty("innkeeper.daemons", "");

    private static LibvirtdPeer shared;
    private static LibvirtdPeer second;
    private static LibvirtdPeer grouping;
    private static int majorVersion;

    private final Path directory;
    private final int tcpPort = freePort();
    private final int tlsPort = freePort();
    private final int sshPort = freePort();
    private final TestPki pki = new TestPki("test authority");
    private final Process process;
    private final BufferedReader answers;

    private LibvirtdPeer(Map<String, String> settings) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("libvirtd");
        writeCertificates();
        writeSshKeys();
        Files.writeString(directory.resolve("ext"), "#!/bin/sh\nexec nc -U " + socket() + "\n");
        directory.resolve("ext").toFile().setExecutable(true);
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                script().toString(),
                directory.toString(),
                Integer.toString(tcpPort),
                Integer.toString(tlsPort),
                Integer.toString(sshPort));
        builder.environment().put("VNC_MIN", Integer.toString(screenPorts()));
        builder.environment().put("DAEMONS", DAEMONS);
        builder.environment().putAll(settings);
        if (shared != null) {
            builder.environment().put("CACHE_FROM", shared.directory.toString());
        }
        builder.redirectError(directory.resolve("start.log").toFile());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        awaitReady();
    }

    private void awaitReady() throws IOException {
        if (!"ready".equals(answers.readLine())) {
            throw new IllegalStateException(
                    "libvirtd did not start: " + Files.readString(directory.resolve("start.log")));
        }
    }

    /** Ends the daemon as a crash would. Not for the shared one. */
    public void killDaemon() {
        order("kill");
    }

    /** Starts the killed daemon; returns when it answers. */
    public void startDaemonAgain() {
        order("start");
    }

    private void order(String word) {
        try {
            process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The daemon all tests share; a test is skipped, visibly, where none can be started. */
    public static synchronized LibvirtdPeer shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** Another one, as if it were on another machine: guests can be moved to it. */
    public static synchronized LibvirtdPeer second() {
        if (second == null) {
            second = start(Map.of("HOST_UUID", "6ce2a1f0-7f5c-4d1c-9a64-1f5a3c8f0e02"));
        }
        return second;
    }

    /** One that puts its guests into control groups of the CPU. */
    public static synchronized LibvirtdPeer withControlGroups() {
        if (grouping == null) {
            grouping = start(Map.of("CGROUP_CONTROLLERS", "\"cpu\", \"cpuacct\""));
        }
        return grouping;
    }

    /**
     * One whose socket is guarded by polkit, which has a system bus of this peer alone. The user {@code allowed} may use
     * it by a rule, the user {@code denied} may not by another, and {@code peer} must give the password of root.
     */
    public static LibvirtdPeer withPolkit(String passwordOfRoot) {
        for (String program : List.of("dbus-daemon", "pkttyagent", "setpriv", "nsenter", "script", "openssl")) {
            Assumptions.assumeTrue(isOnPath(program), "no polkit to talk to: " + program + " is not installed");
        }
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/lib/polkit-1/polkitd")), "no polkit to talk to: no polkitd is installed");
        return start(Map.of("POLKIT", "1", "SSH_PASSWORD", passwordOfRoot));
    }

    /** The password of the user {@code keeper}, whom {@link #withSasl} knows. */
    public static final String SASL_PASSWORD = "s3cret";

    /**
     * One that asks for a name and a password: those of {@code keeper}.
     *
     * @param way {@code TCP} or {@code TLS}
     * @param mechanisms what it offers there, with spaces between them
     */
    public static LibvirtdPeer withSasl(String way, String mechanisms) {
        Assumptions.assumeTrue(isOnPath("saslpasswd2"), "no libvirtd to talk to: no saslpasswd2");
        return start(Map.of(
                "AUTH_" + way,
                "sasl",
                "SASL_MECHANISMS",
                mechanisms,
                "SASL_USER",
                "keeper",
                "SASL_PASSWORD",
                SASL_PASSWORD));
    }

    /** What runs a command where this peer's users are known, and its sockets are where those of a host are. */
    List<String> inside() {
        return List.of("nsenter", "--mount", "--target", Long.toString(process.pid()));
    }

    /** The first number of the version of the daemons here, which {@code libvirtd --version} tells last. */
    public static synchronized int majorVersion() {
        if (majorVersion == 0) {
            majorVersion = askMajorVersion();
        }
        return majorVersion;
    }

    private static int askMajorVersion() {
        try {
            Process process = new ProcessBuilder("libvirtd", "--version").start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            String version = answer.substring(answer.lastIndexOf(' ') + 1);
            return Integer.parseInt(version.substring(0, version.indexOf('.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a daemon can make control groups of the CPU; in most containers it cannot. */
    public static boolean canUseControlGroups() {
        return Files.isWritable(Path.of("/sys/fs/cgroup/cpu/cgroup.procs"))
                && Files.isWritable(Path.of("/sys/fs/cgroup/cpuacct/cgroup.procs"));
    }

    /** A daemon with settings of its own, for the environment of the script. */
    public static LibvirtdPeer start(Map<String, String> settings) {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "not root: libvirtd cannot be started");
        for (String program : List.of("libvirtd", "nc", "ssh-keygen", "unshare")) {
            Assumptions.assumeTrue(isOnPath(program), "no libvirtd to talk to: " + program + " is not installed");
        }
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/sbin/sshd")), "no libvirtd to talk to: no sshd");
        try {
            return new LibvirtdPeer(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The script, from any module of the project. */
    private static Path script() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolve("drivers/remote/src/test/peers/libvirtd.sh");
    }

    private static boolean isOnPath(String program) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return Files.isExecutable(Path.of("/usr/sbin", program));
    }

    private void writeCertificates() throws IOException {
        Path files = Files.createDirectories(directory.resolve("pki"));
        pki.writeAuthority(files.resolve("cacert.pem"));
        pki.server("localhost", List.of(TestPki.dns("localhost"), TestPki.ip("127.0.0.1"), TestPki.ip("::1")))
                .write(files.resolve("servercert.pem"), files.resolve("serverkey.pem"));
        pki.client("client").write(files.resolve("clientcert.pem"), files.resolve("clientkey.pem"));
    }

    private void writeSshKeys() throws IOException, InterruptedException {
        Path files = Files.createDirectories(directory.resolve("ssh"));
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                files.resolve("host_key").toString());
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                files.resolve("id").toString());
        Files.copy(files.resolve("id.pub"), files.resolve("authorized_keys"));
        String[] key = Files.readString(files.resolve("host_key.pub")).split(" ");
        Files.writeString(files.resolve("known_hosts"), "[localhost]:" + sshPort + " " + key[0] + " " + key[1] + "\n");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    /** The first of the ports for screens: another range for each daemon, below the ports systems give away. */
    private static int screenPorts() {
        return 20_000 + 41 * ThreadLocalRandom.current().nextInt(300);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    public TestPki pki() {
        return pki;
    }

    /** The socket of libvirtd, or of virtproxyd, as it is called from outside of this peer. */
    public Path socket() {
        return directory.resolve("run/libvirt/libvirt-sock");
    }

    public int tcpPort() {
        return tcpPort;
    }

    public int tlsPort() {
        return tlsPort;
    }

    public int sshPort() {
        return sshPort;
    }

    /** A URI over a unix socket. */
    public String unix(String driver, String path) {
        return driver + "+unix://" + path + "?socket=" + socketOf(driver);
    }

    private Path socketOf(String driver) {
        return !DAEMONS.isEmpty() && driver.equals("qemu") ? directory.resolve("run/libvirt/virtqemud-sock") : socket();
    }

    public String tcp(String driver, String path) {
        return driver + "+tcp://localhost:" + tcpPort + path;
    }

    public String tls(String driver, String path) {
        return driver + "+tls://localhost:" + tlsPort + path + "?pkipath=" + directory.resolve("pki");
    }

    /** Over ssh with the known key and the key that is let in. */
    public String ssh(String driver, String path) {
        return driver + "+ssh://root@localhost:" + sshPort + path + "?keyfile=" + directory.resolve("ssh/id")
                + "&known_hosts=" + directory.resolve("ssh/known_hosts");
    }

    public String ext(String driver, String path) {
        return driver + "+ext://" + path + "?command=" + directory.resolve("ext");
    }

    /** Runs virsh as a second opinion and returns what it prints. */
    public String virsh(String uri, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("virsh", "-q", "-c", uri));
        command.addAll(List.of(arguments));
        Process virsh = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(virsh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (virsh.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + text);
        }
        return text;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
