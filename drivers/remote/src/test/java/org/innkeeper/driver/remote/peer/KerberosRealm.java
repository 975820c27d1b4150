package org.innkeeper.driver.remote.peer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/** A Kerberos realm of a test: the user {@code keeper}, and a key for the daemon of {@code localhost}. */
public final class KerberosRealm implements AutoCloseable {
    private static final String REALM = "LAB.TEST";
    private static final String PASSWORD = "s3cret";

    private final Path directory;
    private final Process center;

    private KerberosRealm(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        int port = freePort();
        Files.writeString(
                configuration(),
                """
                [libdefaults]
                 default_realm = %s
                 dns_lookup_kdc = false
                 dns_lookup_realm = false
                 dns_canonicalize_hostname = false
                 rdns = false
                 ignore_acceptor_hostname = true
                [realms]
                 %s = {
                  kdc = 127.0.0.1:%d
                 }
                [domain_realm]
                 localhost = %s
                """
                        .formatted(REALM, REALM, port, REALM));
        Files.writeString(
                directory.resolve("kdc.conf"),
                """
                [kdcdefaults]
                 kdc_listen = 127.0.0.1:%d
                 kdc_tcp_listen = 127.0.0.1:%d
                [realms]
                 %s = {
                  database_name = %s
                  key_stash_file = %s
                 }
                """
                        .formatted(port, port, REALM, directory.resolve("principal"), directory.resolve("stash")));
        run("", "kdb5_util", "create", "-s", "-P", "master", "-r", REALM);
        run("", "kadmin.local", "-q", "addprinc -pw " + PASSWORD + " keeper");
        run("", "kadmin.local", "-q", "addprinc -randkey libvirt/localhost");
        run("", "kadmin.local", "-q", "ktadd -k " + keys() + " libvirt/localhost");
        center = process("krb5kdc", "-n").start();
        awaitCenter(port);
    }

    private void awaitCenter(int port) {
        try {
            Awaitility.await().ignoreExceptions().until(() -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return socket.isConnected();
                }
            });
        } catch (ConditionTimeoutException e) {
            center.destroy();
            throw e;
        }
    }

    /** Skips the test, visibly, where the programs for it are not installed. */
    public static KerberosRealm start(Path directory) throws IOException, InterruptedException {
        for (String program : List.of("krb5kdc", "kdb5_util", "kadmin.local", "kinit")) {
            Assumptions.assumeTrue(isInstalled(program), "no Kerberos here: " + program + " is not installed");
        }
        Assumptions.assumeTrue(hasMechanism(), "no Kerberos here: libvirtd's SASL library has no GSSAPI");
        return new KerberosRealm(directory);
    }

    private static boolean isInstalled(String program) {
        return Stream.concat(
                        Stream.of("/usr/sbin"), Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean hasMechanism() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.anyMatch(folder -> Files.exists(folder.resolve("sasl2/libgssapiv2.so")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().putAll(environment());
        builder.environment()
                .put("KRB5_KDC_PROFILE", directory.resolve("kdc.conf").toString());
        builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + File.pathSeparator + more);
        return builder;
    }

    private void run(String input, String... command) throws IOException, InterruptedException {
        Process process = process(command).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + ": " + Files.readString(directory.resolve("log")));
        }
    }

    public Path configuration() {
        return directory.resolve("krb5.conf");
    }

    private Path keys() {
        return directory.resolve("keytab");
    }

    /** What programs of this realm need to know: its configuration, the key of the daemon, and the ticket of the user. */
    public Map<String, String> environment() {
        return Map.of(
                "KRB5_CONFIG", configuration().toString(),
                "KRB5_KTNAME", keys().toString(),
                "KRB5CCNAME", "FILE:" + directory.resolve("tickets"));
    }

    /** Gets a ticket for the user, as who logs in does. */
    public void giveTicket() throws IOException, InterruptedException {
        run(PASSWORD + "\n", "kinit", "keeper");
    }

    @Override
    public void close() {
        center.destroy();
    }
}
