package org.innkeeper.driver.xen.standin;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.config.ConfigFile;
import org.junit.jupiter.api.Assumptions;

/**
 * Stands in for the {@code xl} of Xen 4.17 with its texts and exit codes: the program is a few lines of a shell that hand
 * the words over to here, where the domains are.
 */
public final class StandInXl implements AutoCloseable {
    private static final String SHELL = "/bin/bash";

    private final ServerSocket server;
    private final StandInXlHost host = new StandInXlHost();
    private volatile long delayMillis;

    /** @param tools the directory to put {@code xl} into */
    StandInXl(Path tools) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(SHELL)), "not Linux: no bash for the stand-in xl");
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            Path program = tools.resolve("xl");
            try (InputStream script = StandInXl.class.getResourceAsStream("/xl/stand-in.sh")) {
                String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(program, text.replace("@PORT@", Integer.toString(server.getLocalPort())));
            }
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "stand-in xl");
        thread.setDaemon(true);
        thread.start();
    }

    public StandInXlHost host() {
        return host;
    }

    /** What it makes of a guest's file, as libxl's JSON. */
    public static String understood(ConfigFile file) {
        try {
            return StandInXlConfig.read(file).toString();
        } catch (StandInXlAnswer.Refusal e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** How long it thinks before each answer. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket), "stand-in xl, a call");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int count = Integer.parseInt(word(in));
            List<String> words = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                words.add(word(in));
            }
            Thread.sleep(delayMillis);
            socket.getOutputStream().write(host.answer(words).toBytes());
        } catch (IOException e) {
            System.getLogger(StandInXl.class.getName())
                    .log(System.Logger.Level.DEBUG, "the caller was ended, as one is whose call was cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String word(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != 0; next = in.read()) {
            if (next < 0) {
                throw new IOException("the words of a call ended early");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
