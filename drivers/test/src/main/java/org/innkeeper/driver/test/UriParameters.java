package org.innkeeper.driver.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.test.facet.Faults;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.source.GuestFarm;

/** The parameters of a test host's URI; see {@link TestDriverProvider} for what they mean. */
final class UriParameters {
    private final ConnectUri uri;

    UriParameters(ConnectUri uri) {
        this.uri = uri;
    }

    /** How many generated guests, empty for none. */
    Optional<Integer> guests() {
        return uri.parameter("guests").map(text -> {
            double guests = number("guests", text);
            if (guests != Math.rint(guests) || guests > GuestFarm.MOST) {
                throw invalid("guests", text, "a whole number from 0 to " + GuestFarm.MOST);
            }
            return (int) guests;
        });
    }

    /** Tells one default host from another; empty for the one that all connections share. */
    String hostName() {
        return uri.parameter("host").orElse("");
    }

    /** Whether the default host has guests in every state. */
    boolean demo() {
        return uri.parameter("demo")
                .map(text -> switch (text) {
                    case "yes", "1" -> true;
                    case "no", "0" -> false;
                    default -> throw invalid("demo", text, "yes or no");
                })
                .orElse(true);
    }

    /** Why opening is refused, empty where it is not. */
    Optional<String> refusal() {
        return uri.parameter("refuse");
    }

    Faults faults() {
        return new Faults(
                duration("latency", 1).orElse(Duration.ZERO),
                uri.parameter("fail")
                        .map(text -> Arrays.stream(text.split(",")).collect(Collectors.toSet()))
                        .orElse(Set.of()),
                duration("die", 1_000).orElse(null),
                duration("hang", 1_000).orElse(null),
                duration("jobs", 1).orElse(Duration.ZERO),
                duration("shutdown", 1).orElse(Duration.ZERO));
    }

    private Optional<Duration> duration(String name, int unitMillis) {
        return uri.parameter(name).map(text -> Duration.ofNanos((long) (number(name, text) * unitMillis * 1e6)));
    }

    private static double number(String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number <= 1e6) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, text, "a number");
        }
        throw invalid(name, text, "a number from 0 to 1000000");
    }

    private static RuntimeException invalid(String name, String text, String wanted) {
        return HostErrors.argument(
                "The parameter '" + name + "' of a test host's URI must be " + wanted + ", not '" + text + "'");
    }
}
