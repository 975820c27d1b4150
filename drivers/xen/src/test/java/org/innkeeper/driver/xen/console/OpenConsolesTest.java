package org.innkeeper.driver.xen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.xen.console.OpenConsoles.Sharing;
import org.innkeeper.driver.xen.standin.TerminalMaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@EnabledOnOs(value = OS.LINUX, disabledReason = "not Linux: the device is Linux's")
class OpenConsolesTest {
    private final TerminalMaster guest = new TerminalMaster();
    private final OpenConsoles consoles = new OpenConsoles();

    @TempDir
    private Path locks;

    private boolean gone;

    @AfterEach
    void close() {
        consoles.close();
        endOfTheGuest();
    }

    private void endOfTheGuest() {
        if (!gone) {
            gone = true;
            guest.close();
        }
    }

    private ByteStream open(OpenConsoles by, Sharing sharing) {
        return by.open("The console", guest.path(), Optional.of(locks.resolve("xenconsole.3")), sharing);
    }

    private static void type(ByteStream stream, String text) {
        stream.write(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }

    private static String next(ByteStream stream) {
        byte[] buffer = new byte[100];
        int count = stream.read(buffer, 10, 80);
        return count < 0 ? "end" : new String(buffer, 10, count, StandardCharsets.US_ASCII);
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InnkeeperException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void bytesPassAsTheyAre() {
        try (ByteStream stream = open(consoles, Sharing.ALONE)) {
            type(stream, "a\rb\n\3");
            Awaitility.await().until(() -> guest.read().equals("a\rb\n\3"));
            guest.write("x\r\ny");
            assertThat(next(stream)).isEqualTo("x\r\ny");
        }
    }

    @Test
    void closingEndsAReadThatWaits() throws Exception {
        ByteStream stream = open(consoles, Sharing.ALONE);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> next(stream));
        assertThat(read).isNotDone();
        stream.close();
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("end");
        stream.close();
        assertFails(ErrorCode.INVALID_STREAM, () -> type(stream, "x"));
    }

    @Test
    void closingEndsAWriteThatNobodyTakes() {
        ByteStream stream = open(consoles, Sharing.ALONE);
        CompletableFuture<Void> write = CompletableFuture.runAsync(() -> type(stream, "x".repeat(1 << 20)));
        Awaitility.await().during(Duration.ofMillis(100)).until(() -> !write.isDone());
        consoles.close();
        assertThatThrownBy(() -> write.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InnkeeperException.class);
    }

    @Test
    void theEndOfTheGuestIsTheEndOfTheStream() {
        try (ByteStream stream = open(consoles, Sharing.ALONE)) {
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> next(stream));
            endOfTheGuest();
            assertThat(read.join()).isEqualTo("end");
            assertFails(ErrorCode.OPERATION_INVALID, () -> type(stream, "x"));
        }
    }

    @Test
    void oneHasItUnlessAnotherOneForcesIt() {
        OpenConsoles others = new OpenConsoles();
        ByteStream first = open(others, Sharing.ALONE);
        assertFails(ErrorCode.RESOURCE_BUSY, () -> open(consoles, Sharing.ALONE));
        assertFails(ErrorCode.RESOURCE_BUSY, () -> open(consoles, Sharing.CERTAINLY_ALONE));
        ByteStream second = open(consoles, Sharing.FORCED);
        assertThat(next(first)).isEqualTo("end");
        others.close();
        guest.write("still");
        assertThat(next(second)).isEqualTo("still");
        second.close();
        open(consoles, Sharing.CERTAINLY_ALONE).close();
    }

    @Test
    void theLockOfXensToolsCounts() throws Exception {
        Process other =
                new ProcessBuilder("flock", locks.resolve("xenconsole.3").toString(), "cat").start();
        try {
            Awaitility.await().untilAsserted(() -> {
                assertFails(ErrorCode.RESOURCE_BUSY, () -> open(consoles, Sharing.ALONE)
                        .close());
            });
            open(consoles, Sharing.FORCED).close();
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        open(consoles, Sharing.CERTAINLY_ALONE).close();
    }

    @Test
    void withoutAPlaceForLocksNobodyCanBeKeptAway() {
        Optional<Path> nowhere = Optional.of(locks.resolve("none/xenconsole.3"));
        assertFails(
                ErrorCode.OPERATION_UNSUPPORTED,
                () -> consoles.open("The console", guest.path(), nowhere, Sharing.CERTAINLY_ALONE));
        consoles.open("The console", guest.path(), nowhere, Sharing.ALONE).close();
    }

    @Test
    void onlyTerminalsOfThisMachineAreOpened() {
        assertFails(
                ErrorCode.OPERATION_UNSUPPORTED,
                () -> consoles.open("The console", "/etc/passwd", Optional.empty(), Sharing.ALONE));
        assertFails(
                ErrorCode.DEVICE_MISSING,
                () -> consoles.open("The console", "/dev/pts/999999999", Optional.empty(), Sharing.ALONE));
    }
}
