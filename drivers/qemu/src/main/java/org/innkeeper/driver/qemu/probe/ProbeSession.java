package org.innkeeper.driver.qemu.probe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;

/**
 * A conversation with an emulator that has no machine: QMP over its standard input and output, so that a probe leaves
 * nothing behind on disk. The emulator is killed when the time is over, the caller cancels, or the session is closed.
 */
final class ProbeSession implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST_REPLY = 8 << 20;
    private static final int LONGEST_LAST_WORDS = 2000;
    private static final int LAST_WORDS_MILLIS = 200;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(LONGEST_REPLY)
                            .build())
                    .build())
            .build();

    private final Path binary;
    private final CallContext context;
    private final Process process;
    private final InputStream replies;
    private final Runnable forgetCancel;

    private ProbeSession(Path binary, CallContext context, Process process) {
        this.binary = binary;
        this.context = context;
        this.process = process;
        replies = new BufferedInputStream(process.getInputStream(), 1 << 16);
        forgetCancel = context.onCancel(process::destroyForcibly);
        long limit = Math.min(LIMIT.toNanos(), context.remainingNanos());
        CompletableFuture.delayedExecutor(limit, TimeUnit.NANOSECONDS).execute(process::destroyForcibly);
    }

    /** Starts the emulator and gets it ready to answer. */
    static ProbeSession start(Path binary, CallContext context) {
        List<String> command = List.of(
                binary.toString(),
                "-no-user-config",
                "-nodefaults",
                "-machine",
                "none",
                "-display",
                "none",
                "-S",
                "-qmp",
                "stdio");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            ProbeSession session = new ProbeSession(binary, context, builder.start());
            try {
                session.greet();
            } catch (InnkeeperException e) {
                session.close();
                throw e;
            }
            return session;
        } catch (IOException e) {
            throw failed(binary, "it could not be started: " + IoReason.of(e), e);
        }
    }

    private void greet() {
        if (!readMessage().has("QMP")) {
            throw failed(binary, "it did not greet as an emulator does", null);
        }
        ask("qmp_capabilities", JSON.createObjectNode());
    }

    /** The reply to one command without arguments. */
    JsonNode ask(String command) {
        return ask(command, JSON.createObjectNode());
    }

    /** The reply to one command; a missing node where the emulator does not know the command or its object. */
    JsonNode ask(String command, ObjectNode arguments) {
        return askAll(command, List.of(arguments)).get(0);
    }

    /** The replies to the same command with several arguments, asked in one go. */
    List<JsonNode> askAll(String command, List<ObjectNode> arguments) {
        context.check("asking " + binary);
        StringBuilder text = new StringBuilder();
        for (ObjectNode each : arguments) {
            ObjectNode message = JSON.createObjectNode().put("execute", command);
            if (!each.isEmpty()) {
                message.set("arguments", each);
            }
            text.append(message).append('\n');
        }
        try {
            process.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw died(e);
        }
        List<JsonNode> answers = new ArrayList<>();
        while (answers.size() < arguments.size()) {
            JsonNode message = readMessage();
            if (message.has("return") || message.has("error")) {
                answers.add(message.path("return"));
            }
        }
        return answers;
    }

    ObjectNode arguments(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    private JsonNode readMessage() {
        try {
            return JSON.readTree(readLine());
        } catch (IOException e) {
            throw died(e);
        }
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        for (int next = replies.read(); next != '\n'; next = replies.read()) {
            if (next < 0) {
                throw new IOException("it ended");
            }
            if (line.size() == LONGEST_REPLY) {
                throw new IOException("it sent more than " + LONGEST_REPLY + " bytes at once");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private InnkeeperException died(IOException cause) {
        String words = lastWords();
        process.destroyForcibly();
        context.check("asking " + binary);
        return failed(binary, words.isEmpty() ? cause.getMessage() : words, cause);
    }

    /** What it wrote to its standard error; read before it is killed, since killing closes the stream. */
    private String lastWords() {
        try {
            process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
            InputStream errors = process.getErrorStream();
            int length = Math.min(errors.available(), LONGEST_LAST_WORDS);
            return new String(errors.readNBytes(length), StandardCharsets.UTF_8).strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (IOException e) {
            // Killed by the limit or the caller: it has no last words then.
            return "";
        }
    }

    private static InnkeeperException failed(Path binary, String reason, Throwable cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.INTERNAL_ERROR,
                                ErrorOrigin.QEMU,
                                "the emulator " + binary + " does not say what it can do: " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.PROGRAM, binary.toString()))
                        .withRemedy("Reinstall the package that " + binary + " came in, or name another emulator."),
                cause);
    }

    @Override
    public void close() {
        forgetCancel.run();
        process.destroyForcibly();
    }
}
