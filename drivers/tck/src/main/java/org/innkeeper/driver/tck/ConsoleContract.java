package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consoles, the screen and the keyboard. */
public abstract class ConsoleContract extends DriverContract {
    private static final int KEY_A = 30;
    private static final int MOST_KEYS = 16;
    private static final long FORCE = 1;

    private ConsoleFacet consoles;

    /** For subclasses. */
    protected ConsoleContract() {}

    @BeforeEach
    final void findConsoles() {
        consoles = connection.facet(ConsoleFacet.class).orElseGet(() -> {
            assertThat(connection.features())
                    .doesNotContain(Feature.DOMAIN_CONSOLE, Feature.DOMAIN_SCREENSHOT, Feature.DOMAIN_SEND_KEY);
            return Assumptions.abort("this driver has no consoles");
        });
    }

    /** Whether something in the guest answers on its text console. */
    protected boolean consoleAnswers() {
        return true;
    }

    @Test
    void consoleAnswersWhatIsTyped() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_CONSOLE, () -> consoles.openConsole(call(), domain, null, 0)
                .close());
        Assumptions.assumeTrue(consoleAnswers(), "nothing in the guest answers");
        try (ByteStream console = consoles.openConsole(call(), domain, null, 0)) {
            byte[] typed = "echo tck-typed\r".getBytes(StandardCharsets.US_ASCII);
            console.write(typed, 0, typed.length);

            assertThat(readUntil(console, "tck-typed")).contains("tck-typed");
        }
    }

    private static String readUntil(ByteStream console, String wanted) {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[4_096];
        while (read.indexOf(wanted) < 0) {
            int count = console.read(buffer, 0, buffer.length);
            if (count < 0) {
                break;
            }
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }

    @Test
    void consoleCanBeTakenOver() {
        requires(Feature.DOMAIN_CONSOLE);
        DomainRef domain = runningGuest();
        try (ByteStream first = consoles.openConsole(call(), domain, null, 0)) {
            try (ByteStream second = consoles.openConsole(call(), domain, null, FORCE)) {
                byte[] typed = "x".getBytes(StandardCharsets.US_ASCII);
                second.write(typed, 0, typed.length);
                assertThat(second).isNotSameAs(first);
            }
        }
    }

    @Test
    void consoleNeedsARunAndADevice() {
        requires(Feature.DOMAIN_CONSOLE);
        DomainRef running = runningGuest();

        assertFails(() -> consoles.openConsole(call(), definedGuest(), null, 0).close(), ErrorCode.OPERATION_INVALID);
        assertFails(
                () -> consoles.openConsole(call(), running, "no-such-device", 0).close(),
                ErrorCode.INVALID_ARG,
                ErrorCode.OPERATION_INVALID,
                ErrorCode.DEVICE_MISSING);
    }

    @Test
    void screenIsAPicture() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_SCREENSHOT, () -> consoles.screenshot(call(), domain, 0));

        Screenshot picture = consoles.screenshot(call(), domain, 0);

        assertThat(picture.mimeType()).isIn("image/png", "image/x-portable-pixmap");
        byte[] data = picture.data();
        assertThat(data).hasSizeGreaterThan(50);
        if (picture.mimeType().equals("image/png")) {
            assertThat(new String(data, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        } else {
            assertThat(new String(data, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("P6");
        }
        assertFails(() -> consoles.screenshot(call(), definedGuest(), 0), ErrorCode.OPERATION_INVALID);
        assertFails(() -> consoles.screenshot(call(), domain, 77), ErrorCode.INVALID_ARG, ErrorCode.OPERATION_INVALID);
    }

    @Test
    void keysCanBePressed() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_SEND_KEY, () -> consoles.sendKey(call(), domain, 0, 50, List.of(KEY_A)));

        consoles.sendKey(call(), domain, 0, 50, List.of(KEY_A));

        assertFails(
                () -> consoles.sendKey(call(), domain, 0, 50, Collections.nCopies(MOST_KEYS + 1, KEY_A)),
                ErrorCode.INVALID_ARG);
        assertFails(() -> consoles.sendKey(call(), domain, 0, 50, List.of()), ErrorCode.INVALID_ARG);
        assertFails(() -> consoles.sendKey(call(), definedGuest(), 0, 50, List.of(KEY_A)), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void nmiNeedsARun() {
        requires(Feature.DOMAIN_INJECT_NMI, () -> consoles.injectNmi(call(), runningGuest()));

        assertFails(() -> consoles.injectNmi(call(), definedGuest()), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void addressesBelongToInterfaces() {
        DomainRef domain = runningGuest();
        requires(Feature.DOMAIN_INTERFACE_ADDRESSES, () -> consoles.interfaceAddresses(call(), domain, 0));

        assertThat(consoles.interfaceAddresses(call(), domain, 0)).allSatisfy(nic -> {
            assertThat(nic.name()).isNotBlank();
            assertThat(nic.addresses()).allMatch(address -> address.matches("[0-9a-f.:]+/\\d+"));
        });
        assertFails(() -> consoles.interfaceAddresses(call(), domain, 9), ErrorCode.INVALID_ARG);
        assertFails(() -> consoles.interfaceAddresses(call(), definedGuest(), 0), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void unknownFlagsAreRefused() {
        requires(Feature.DOMAIN_CONSOLE);
        DomainRef domain = runningGuest();

        assertRefusesUnknownFlag(
                () -> consoles.openConsole(call(), domain, null, UNKNOWN_FLAG).close());
    }
}
