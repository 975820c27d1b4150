package org.innkeeper.driver.remote.peer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.RemoteProvider;

/**
 * A program of its own, to be run as another user: checks a connection, opens it, lists its guests, and pauses one. Tells
 * its process id first and goes on after a line on standard input.
 */
public final class UserClient {
    private static final String BETWEEN = "\t";

    private UserClient() {}

    /** What was done, what came of it, and what to do about that. */
    public record Line(String what, String result, String detail, String remedy) {
        /** Reads what the program has printed. */
        public static Line parse(String text) {
            String[] parts = text.split(BETWEEN, -1);
            return new Line(parts[0], parts[1], parts[2], parts[3]);
        }

        private String text() {
            return Stream.of(what, result, detail, remedy)
                    .map(part -> part.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(BETWEEN));
        }
    }

    /** @param args the URI, and whether to open it read-only */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(ProcessHandle.current().pid());
        if (System.in.read() < 0) {
            return;
        }
        ConnectUri uri = ConnectUri.parse(args[0]);
        OpenOptions options = Boolean.parseBoolean(args[1]) ? OpenOptions.asReadOnly() : OpenOptions.readWrite();
        CallContext context = CallContext.within(Duration.ofSeconds(30));
        RemoteProvider provider = new RemoteProvider();
        provider.check(
                context,
                uri,
                AuthenticationCallback.NOBODY,
                options,
                LocalServices.NONE,
                step -> out.println(line(step).text()));
        try (DriverConnection connection =
                provider.open(context, uri, AuthenticationCallback.NOBODY, options, LocalServices.NONE)) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            List<DomainRef> guests = domains.list(context, 0);
            out.println(new Line("LIST", "DONE", guests.get(0).name(), "").text());
            domains.suspend(context, guests.get(0));
            domains.resume(context, guests.get(0));
            out.println(new Line("PAUSE", "DONE", "", "").text());
        } catch (InnkeeperException e) {
            out.println(new Line(
                            "ERROR",
                            e.code().name(),
                            e.getMessage(),
                            e.info().remedy().orElse(""))
                    .text());
        }
    }

    private static Line line(CheckStep step) {
        return new Line(step.kind().name(), step.verdict().name(), step.detail(), step.remedy());
    }
}
