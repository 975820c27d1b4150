package org.innkeeper.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ToolRunTest {
    private static final ToolAdvice ADVICE = new ToolAdvice(ErrorOrigin.XENXL, "Install it", "Look at its log");

    @TempDir
    private Path directory;

    @BeforeEach
    void onlyWhereScriptsRun() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX system");
    }

    private ToolRun tool(Duration limit, String script, String... arguments) throws IOException {
        Path file = directory.resolve("tool");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        return new ToolRun(command, limit, ADVICE);
    }

    private static InnkeeperException failure(ToolRun run, CallContext context) {
        return catchThrowableOfType(InnkeeperException.class, () -> run.run(context, "Asking"));
    }

    @Test
    void argumentsReachTheToolAsTheyAre() throws IOException {
        ToolRun.Result result = tool(
                        Duration.ofSeconds(30), "echo \"$#|$1|$2|$LC_ALL\"; echo why >&2; exit 3", "a b; ls", "$HOME")
                .run(CallContext.create(), "Asking");
        assertThat(result).isEqualTo(new ToolRun.Result(3, "2|a b; ls|$HOME|C\n", "why\n"));
    }

    @Test
    void standardInputIsEmpty() throws IOException {
        assertThat(tool(Duration.ofSeconds(30), "cat; echo end")
                        .run(CallContext.create(), "Asking")
                        .output())
                .isEqualTo("end\n");
    }

    @Test
    void missingToolIsNamedWithItsRemedy() {
        ToolRun run = new ToolRun(List.of(directory + "/none"), Duration.ofSeconds(5), ADVICE);
        InnkeeperException error = failure(run, CallContext.create());
        assertThat(error).hasMessageContaining("/none cannot be started");
        assertThat(error.info().remedy()).contains("Install it");
        assertThat(error.info().origin()).isEqualTo(ErrorOrigin.XENXL);
    }

    @Test
    void hangingToolIsEnded() throws IOException {
        InnkeeperException error = failure(tool(Duration.ofMillis(300), "exec sleep 50"), CallContext.create());
        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        assertThat(error).hasMessage("Asking failed: tool did not end within 0.3 s and was ended");
        assertThat(error.info().remedy()).contains("Look at its log");
    }

    @Test
    void toolThatIgnoresSignalsAndItsChildAreEndedToo() throws IOException {
        Path pid = directory.resolve("pid");
        String script = "trap '' TERM\nsleep 50 &\necho $! > '" + pid + "'\nwhile :; do wait; done";
        assertThat(failure(tool(Duration.ofMillis(500), script), CallContext.create())
                        .code())
                .isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void cancellingEndsTheWait() throws IOException {
        CallContext context = CallContext.create();
        ToolRun run = tool(Duration.ofSeconds(50), "exec sleep 50");
        CompletableFuture<InnkeeperException> error = CompletableFuture.supplyAsync(() -> failure(run, context));
        context.cancel();
        assertThat(error).succeedsWithin(Duration.ofSeconds(20));
        assertThat(error.join().code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
    }

    @Test
    void callersLimitCounts() throws IOException {
        ToolRun run = tool(Duration.ofSeconds(50), "exec sleep 50");
        assertThat(failure(run, CallContext.within(Duration.ofMillis(300))).code())
                .isEqualTo(ErrorCode.OPERATION_TIMEOUT);
    }

    @Test
    void daemonLeftBehindHoldsNobodyUp() throws IOException {
        assertThat(tool(Duration.ofSeconds(30), "sleep 8 &\necho started").run(CallContext.create(), "Asking"))
                .isEqualTo(new ToolRun.Result(0, "started\n", ""));
    }

    @Test
    void tooMuchOutputIsAnError() throws IOException {
        InnkeeperException error =
                failure(tool(Duration.ofSeconds(50), "head -c 40000000 /dev/zero"), CallContext.create());
        assertThat(error).hasMessageContaining("said more than 33554432 bytes");
    }

    @Test
    void progressOnStandardOutputIsTold() throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> complaints = new ArrayList<>();

        ToolRun.Result result = tool(Duration.ofSeconds(30), "printf '(1/2)\\r(2/2)\\n'; echo careful >&2")
                .run(CallContext.create(), "Copying", lines::add, complaints::add);

        assertThat(lines).containsExactly("(1/2)", "(2/2)");
        assertThat(complaints).containsExactly("careful");
        assertThat(result.output()).isEqualTo("(1/2)\r(2/2)\n");
    }

    @Test
    void complaintsAreToldAsTheyCome() throws IOException {
        List<String> lines = new ArrayList<>();
        tool(Duration.ofSeconds(30), "printf 'half\\rdone\\n' >&2; echo rest >&2")
                .run(CallContext.create(), "Asking", lines::add);
        assertThat(lines).containsExactly("half", "done", "rest");
    }

    @Test
    void toolWhoseHelperIsEndedCleansUpAfterItself() throws IOException {
        Path clean = directory.resolve("clean");
        String script = "trap '' TERM\n(trap - TERM; exec sleep 50)\necho yes > '" + clean + "'";
        CallContext context = CallContext.within(Duration.ofMillis(500));
        assertThat(failure(tool(Duration.ofSeconds(50), script), context).code())
                .isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(clean));
    }

    @Test
    void readerKeepsTheBeginning() throws InterruptedException {
        OutputReader reader = new OutputReader(new ByteArrayInputStream("abcdef".getBytes()), 4, "test", line -> {});
        assertThat(reader.text(Duration.ofSeconds(10))).isEqualTo("abcd");
        assertThat(reader.isCut()).isTrue();
    }
}
